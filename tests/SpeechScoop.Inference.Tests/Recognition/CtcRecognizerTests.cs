using SpeechScoop.Audio;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Tests.Packs;

namespace SpeechScoop.Inference.Tests.Recognition;

public sealed class CtcRecognizerTests(DefaultPacks packs) : IClassFixture<DefaultPacks>
{
    private const string Pack = "scoop-recognizer";

    private static AudioClip SelfTestAudio => SelfTestMaterial.Audio(Pack);

    [Theory]
    [InlineData("lexicon", 160)]
    [InlineData("lexicon", 641)]
    [InlineData("characters", 320)]
    [InlineData("int8", 48000)]
    public async Task A_stream_gives_the_words_and_times_that_the_whole_recording_gives(string system, int packet)
    {
        var recognizer = await LoadAsync(system);
        var clip = Twice(SelfTestAudio, gapSeconds: 2);
        var whole = (await recognizer.RecognizeAsync(clip)).Value;
        var updates = Stream(recognizer, clip, packet);
        var finals = updates.Where(update => update.IsFinal).ToList();
        Assert.Equal(whole.Words, finals.SelectMany(update => update.Words));
        Assert.Equal(whole.Text, string.Join(' ', finals.Select(update => update.StableText)));
        Assert.Equal(2, finals.Count);
        Assert.True(whole.Words.Count >= 12, whole.Text);
    }

    [Fact]
    public async Task Streams_in_a_group_share_the_network_and_give_what_each_gives_alone()
    {
        var recognizers = new[] { await LoadAsync("lexicon"), await LoadAsync("characters"), await LoadAsync("digits"), await LoadAsync("int8") };
        var clip = Twice(SelfTestAudio, gapSeconds: 2);
        var group = new StreamGroup();
        var streams = recognizers.Select(recognizer => recognizer.OpenStream(null, group).Value).ToArray();
        var finals = recognizers.Select(_ => new List<RecognitionUpdate>()).ToArray();
        for (var start = 0; start < clip.Length; start += 900)
            for (var i = 0; i < streams.Length; i++) finals[i].AddRange(streams[i].Accept(clip.Channel(0).Slice(start, Math.Min(900, clip.Length - start))).Value.Where(update => update.IsFinal));
        for (var i = 0; i < streams.Length; i++) finals[i].AddRange(streams[i].Finish().Value.Where(update => update.IsFinal));
        Assert.True(group.TakeSparedTime() > TimeSpan.Zero, "No run of the network was shared.");
        Assert.Equal(TimeSpan.Zero, group.TakeSparedTime());
        foreach (var stream in streams) stream.Dispose();
        for (var i = 0; i < streams.Length; i++)
            Assert.Equal(Stream(recognizers[i], clip, 320).Where(update => update.IsFinal).SelectMany(update => update.Words), finals[i].SelectMany(update => update.Words));
    }

    [Fact]
    public async Task Partial_results_keep_what_they_called_stable()
    {
        var recognizer = await LoadAsync("lexicon");
        var updates = Stream(recognizer, Twice(SelfTestAudio, gapSeconds: 2), 320);
        Assert.True(updates.Count(update => !update.IsFinal) >= 10);
        foreach (var segment in updates.GroupBy(update => update.Segment))
        {
            var final = segment.Last();
            Assert.True(final.IsFinal);
            Assert.Equal(1, segment.Count(update => update.IsFinal));
            Assert.All(segment, update => Assert.StartsWith(update.StableText, final.StableText, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_last_word_survives_a_recording_that_ends_with_it()
    {
        var recognizer = await LoadAsync("lexicon");
        var clip = SelfTestAudio;
        var samples = clip.Channel(0);
        var loudest = 0f;
        foreach (var sample in samples) loudest = Math.Max(loudest, Math.Abs(sample));
        var end = samples.Length;
        while (Math.Abs(samples[end - 1]) < loudest * 0.005f) end--;
        var cut = new AudioClip(clip.SampleRate, samples[..end].ToArray());
        var whole = (await recognizer.RecognizeAsync(cut)).Value;
        // Without the silence behind it the last sound may be misheard; the word must be there, to the end of the audio.
        Assert.StartsWith("turn on the kitchen light and play some ", whole.Text, StringComparison.Ordinal);
        Assert.InRange(cut.Duration - whole.Words[^1].End, TimeSpan.Zero, TimeSpan.FromSeconds(0.25));
        Assert.Equal(whole.Text, string.Join(' ', Stream(recognizer, cut, 320).Where(update => update.IsFinal).Select(update => update.StableText)));
    }

    [Fact]
    public async Task Words_have_times_in_order_within_the_recording()
    {
        var recognizer = await LoadAsync("lexicon");
        var transcript = (await recognizer.RecognizeAsync(SelfTestAudio)).Value;
        var last = TimeSpan.Zero;
        foreach (var word in transcript.Words)
        {
            Assert.True(word.Start >= last && word.End > word.Start, $"{word}");
            last = word.Start;
        }
        Assert.True(transcript.Words[^1].End <= transcript.AudioDuration);
    }

    [Fact]
    public async Task A_closed_word_list_lets_nothing_else_through()
    {
        var recognizer = await LoadAsync("lexicon");
        var transcript = (await recognizer.RecognizeAsync(SelfTestAudio, new RecognitionOptions(["kitchen", "music", "light", "zebra"]))).Value;
        Assert.NotEmpty(transcript.Words);
        Assert.All(transcript.Words, word => Assert.Contains(word.Text, (string[])["kitchen", "music", "light", "zebra"]));
    }

    [Fact]
    public async Task A_word_that_the_lexicon_lacks_is_named_before_any_audio_is_taken()
    {
        var recognizer = await LoadAsync("lexicon");
        var opened = recognizer.OpenStream(new RecognitionOptions(["kitchen", "xqzzy"]));
        Assert.Contains("xqzzy", opened.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recognizer_of_characters_says_that_it_takes_no_word_lists()
    {
        var recognizer = await LoadAsync("characters");
        Assert.Equal("word-lists-unsupported", recognizer.OpenStream(new RecognitionOptions(["one"])).Error?.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(399)]
    [InlineData(16000)]
    public async Task Silence_of_any_length_is_no_error_and_no_words(int samples)
    {
        var recognizer = await LoadAsync("lexicon");
        var clip = new AudioClip(16000, new float[samples]);
        Assert.Equal("", (await recognizer.RecognizeAsync(clip)).Value.Text);
        Assert.Empty(Stream(recognizer, clip, 320));
    }

    [Fact]
    public async Task Rate_and_channels_of_the_recording_do_not_matter()
    {
        var recognizer = await LoadAsync("lexicon");
        var upsampled = SpeechScoop.Audio.Resampling.Resample.To(SelfTestAudio, 44100);
        var stereo = new AudioClip(44100, upsampled.Channel(0).ToArray(), upsampled.Channel(0).ToArray());
        Assert.Equal(SelfTestMaterial.Text(Pack), (await recognizer.RecognizeAsync(stereo)).Value.Text);
    }

    [Fact]
    public async Task Streams_side_by_side_do_not_disturb_each_other()
    {
        var recognizer = await LoadAsync("lexicon");
        var clip = SelfTestAudio;
        var texts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => packs.Gate.RunAsync(
            () => Stream(recognizer, clip, 160 * (i + 1)).Last(update => update.IsFinal).StableText)));
        Assert.All(texts, text => Assert.Equal(SelfTestMaterial.Text(Pack), text));
    }

    private async Task<IRecognizer> LoadAsync(string system)
    {
        packs.Require(Pack);
        return (await packs.Catalog.GetRecognizerAsync($"{Pack}/{system}")).Value;
    }

    private static AudioClip Twice(AudioClip clip, double gapSeconds)
    {
        // A little noise, as every microphone has it.
        var (once, random) = (clip.Channel(0).ToArray(), new SeededRandom(1));
        var gap = new float[(int)(gapSeconds * clip.SampleRate)];
        for (var i = 0; i < gap.Length; i++) gap[i] = (float)((random.NextDouble() - 0.5) * 1e-3);
        return new AudioClip(clip.SampleRate, [.. once, .. gap, .. once]);
    }

    private static List<RecognitionUpdate> Stream(IRecognizer recognizer, AudioClip clip, int packet)
    {
        var updates = new List<RecognitionUpdate>();
        using var stream = recognizer.OpenStream().Value;
        for (var start = 0; start < clip.Length; start += packet)
            updates.AddRange(stream.Accept(clip.Channel(0).Slice(start, Math.Min(packet, clip.Length - start))).Value);
        updates.AddRange(stream.Finish().Value);
        Assert.Empty(stream.Finish().Value);
        return updates;
    }
}
