using CsCheck;
using SpeechScoop.Audio.Files;

namespace SpeechScoop.Audio.Tests.Files;

public sealed class WavWriterTests
{
    private static readonly Gen<AudioClip> AnyClip =
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 300], Gen.Int[1000, 192_000]).SelectMany((channels, length, rate) =>
            Gen.Float[-2, 2].Array[length].Array[channels].Select(samples => new AudioClip(rate, samples)));

    [Fact]
    public void Floats_survive_a_round_trip_to_the_bit() => AnyClip.Sample(clip =>
    {
        var again = WavReader.Read(WavWriter.ToBytes(clip, WavFormat.Float32)).Value;
        Assert.Equal(clip.SampleRate, again.SampleRate);
        for (var c = 0; c < clip.ChannelCount; c++) Assert.Equal(clip.Channel(c).ToArray(), again.Channel(c).ToArray());
    });

    [Fact]
    public void Pcm16_is_off_by_at_most_half_a_step_and_clips_at_full_scale() => AnyClip.Sample(clip =>
    {
        var again = WavReader.Read(WavWriter.ToBytes(clip)).Value;
        for (var c = 0; c < clip.ChannelCount; c++)
            for (var i = 0; i < clip.Length; i++)
                Assert.Equal(Math.Clamp(clip.Channel(c)[i], -1, 32767f / 32768), again.Channel(c)[i], 0.5f / 32768);
    });

    [Fact]
    public void Sixteen_bit_files_survive_a_round_trip_to_the_byte() => Gen.Short.Array[1, 500].Sample(samples =>
    {
        var file = WavFiles.Riff(WavFiles.Format(1, 1, 16000, 16), WavFiles.Chunk("data", WavFiles.Shorts(samples)));
        var again = WavWriter.ToBytes(WavReader.Read(file).Value);
        Assert.Equal(WavFiles.Shorts(samples), again[44..]);
    });

    [Fact]
    public void Not_a_number_is_written_as_silence() => Assert.Equal(0, WavWriter.ToPcm16(float.NaN));

    [Fact]
    public void A_file_written_to_a_stream_equals_the_bytes()
    {
        var clip = new AudioClip(22050, [0.1f, -0.2f], [0.3f, 0.4f]);
        using var stream = new MemoryStream();
        WavWriter.Write(stream, clip, WavFormat.Float32);
        Assert.Equal(WavWriter.ToBytes(clip, WavFormat.Float32), stream.ToArray());
    }
}
