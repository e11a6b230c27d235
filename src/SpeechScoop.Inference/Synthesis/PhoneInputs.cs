using Microsoft.ML.OnnxRuntime;
using SpeechScoop.Inference.Sessions;
using SpeechScoop.Inference.Synthesis.Text;

namespace SpeechScoop.Inference.Synthesis;

/// <summary>The inputs that both synthesizer families' first graphs take.</summary>
internal sealed class PhoneInputs : IDisposable
{
    private readonly (string Role, OrtValue Value)[] values;

    public PhoneInputs(RoleBoundModel model, PhoneSentence sentence, double rate)
    {
        long[] shape = [1, sentence.Phones.Length];
        (string, OrtValue) phones = ("phones", OrtValue.CreateTensorValueFromMemory(sentence.Phones, shape));
        (string, OrtValue) positions = ("positions", OrtValue.CreateTensorValueFromMemory(sentence.Positions, shape));
        // The graphs multiply durations: half the rate is twice the duration.
        values = model.HasInput("rate") ? [phones, positions, ("rate", OrtValue.CreateTensorValueFromMemory(new[] { (float)(1 / rate) }, [1]))] : [phones, positions];
    }

    public ReadOnlySpan<(string Role, OrtValue Value)> Values => values;

    public void Dispose()
    {
        foreach (var (_, value) in values) value.Dispose();
    }
}
