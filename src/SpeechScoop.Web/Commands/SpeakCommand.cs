using System.CommandLine;
using SpeechScoop.Audio.Files;
using SpeechScoop.Inference.Synthesis;

namespace SpeechScoop.Web.Commands;

/// <summary><c>speak TEXT --system S [--seed N] -o OUT.wav</c></summary>
internal static class SpeakCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "What to say." };
        var system = new Option<string>("--system", "-s") { Description = "The synthesizer.", Required = true };
        var seed = new Option<long>("--seed") { Description = "Chooses the take, where the system samples." };
        var rate = new Option<double>("--rate") { Description = "Speaking rate, 0.5 to 2.", DefaultValueFactory = _ => 1 };
        var temperature = new Option<double?>("--temperature") { Description = "Sampling temperature, 0 (greedy) to 2." };
        var output = new Option<FileInfo>("--output", "-o") { Description = "The WAV file to write.", Required = true };
        var json = CommandOutput.JsonOption();
        var command = new Command("speak", "Speak a text into a WAV file.") { text, system, seed, rate, temperature, output, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var local = LocalCatalog.Open();
            var request = new SynthesisRequest(parsed.GetValue(text)!, parsed.GetValue(seed), parsed.GetValue(rate), parsed.GetValue(temperature));
            if (!(await local.Catalog.GetSynthesizerAsync(parsed.GetValue(system)!, cancellation)).TryGet(out var synthesizer, out var error)
                || !(await synthesizer.SynthesizeAsync(request, cancellation: cancellation)).TryGet(out var speech, out error))
                return CommandOutput.Fail(error);
            if (CommandOutput.WriteFile(parsed.GetValue(output)!, WavWriter.ToBytes(speech.Clip, WavFormat.Pcm16)) is { } failure)
                return CommandOutput.Fail(failure);
            var seconds = speech.Clip.Duration.TotalSeconds;
            if (parsed.GetValue(json))
                CommandOutput.WriteLine(new
                {
                    system = synthesizer.SystemId, seed = request.Seed, file = parsed.GetValue(output)!.ToString(), sampleRate = speech.Clip.SampleRate,
                    audioSeconds = seconds, wallSeconds = speech.ProcessingTime.TotalSeconds, firstAudioSeconds = speech.FirstAudioTime.TotalSeconds,
                });
            else
                Console.Out.WriteLine($"{parsed.GetValue(output)}: {seconds:0.00} s at {speech.Clip.SampleRate} Hz, real-time factor {speech.ProcessingTime.TotalSeconds / seconds:0.000}");
            return 0;
        });
        return command;
    }
}
