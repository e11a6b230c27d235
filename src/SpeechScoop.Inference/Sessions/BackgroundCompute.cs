namespace SpeechScoop.Inference.Sessions;

/// <summary>
/// Marks the present flow of work as one that nobody waits for, such as a run over a dataset: at the compute gate it comes after
/// all other work. The mark follows awaits and tasks, so that recognizers and synthesizers need not know of it.
/// </summary>
public static class BackgroundCompute
{
    private static readonly AsyncLocal<bool> Marked = new();

    /// <summary>Whether the present flow of work is marked.</summary>
    public static bool IsCurrent => Marked.Value;

    /// <summary>Marks the present method's flow of work until the method ends, and whatever it starts.</summary>
    public static void Begin() => Marked.Value = true;
}
