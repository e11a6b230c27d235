using SpeechScoop.Storage.Measurements;

namespace SpeechScoop.Storage.Tests.Measurements;

public sealed class MeasurementStoreTests : IDisposable
{
    private readonly TemporaryDatabase temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Measuring_again_adds_a_row_and_the_newest_counts()
    {
        var (trial, outputs) = await StoredTrial.CreateAsync(temporary.Database);
        var store = new MeasurementStore(temporary.Database);
        var first = new Measurement
        {
            Id = Guid.CreateVersion7().ToString(),
            OutputId = outputs[0].Id,
            Metric = "wer",
            Version = "1",
            Recipe = "normaliser=basic@1",
            Value = 0.5,
            Details = "{\"correct\":1}",
            CreatedAt = StoredTrial.Noon,
        };
        var second = first with { Id = Guid.CreateVersion7().ToString(), Value = 0.25, CreatedAt = StoredTrial.Noon.AddSeconds(1) };
        var other = second with { Id = Guid.CreateVersion7().ToString(), Metric = "cer" };
        Assert.Equal(3, (await store.AddAsync([first, second, other])).Value);
        Assert.Equal([other, second], (await store.OfTrialAsync(trial.Id)).Value);
    }
}
