namespace SpeechScoop.Datasets;

/// <summary>Something that must be mended before a dataset can be stored.</summary>
/// <param name="Place">Where it is, such as <c>manifest.csv, line 7</c>.</param>
/// <param name="Message">What is wrong and the cure.</param>
public sealed record DatasetProblem(string Place, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Message}";
}
