using SpeechScoop.Inference.Packs.Manifests;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis.Text;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>A non-autoregressive synthesizer: the network predicts durations and gives the whole waveform in one run.</summary>
internal sealed class DurationSynthesizer(
    string systemId, RoleBoundModel model, EnglishFrontEnd front, int sampleRate, SynthesizerSettings settings, TextSection text, IComputeGate gate)
    : NeuralSynthesizer(systemId, front, sampleRate, settings, text, gate)
{
    public override bool IsSeeded => false;

    protected override bool HasRate => model.HasInput("rate");

    protected override Result<float[]> Speak(PhoneSentence sentence, double rate, double? temperature, SeededRandom random, CancellationToken cancellation)
    {
        using var inputs = new PhoneInputs(model, sentence, rate);
        return model.Run(inputs.Values, "wave").Select(outputs =>
        {
            using (outputs) return outputs.Floats(0).ToArray();
        });
    }
}
