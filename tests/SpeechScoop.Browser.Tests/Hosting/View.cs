namespace SpeechScoop.Browser.Tests.Hosting;

/// <summary>Size and colours of a browser window.</summary>
/// <param name="Width">Px.</param>
/// <param name="Height">Px.</param>
/// <param name="IsDark">Whether the system asks for dark colours.</param>
internal sealed record View(int Width, int Height, bool IsDark)
{
    /// <summary>A desktop window.</summary>
    public static View Wide { get; } = new(1440, 900, IsDark: false);

    /// <summary>A desktop window at night.</summary>
    public static View WideDark { get; } = new(1440, 900, IsDark: true);

    /// <summary>A telephone.</summary>
    public static View Narrow { get; } = new(390, 844, IsDark: false);

    /// <summary>A telephone at night.</summary>
    public static View NarrowDark { get; } = new(390, 844, IsDark: true);

    /// <summary>All four, in which every page is looked at.</summary>
    public static IReadOnlyList<View> All { get; } = [Wide, WideDark, Narrow, NarrowDark];

    /// <summary>Such as <c>1440-dark</c>, for file names.</summary>
    public override string ToString() => $"{Width}-{(IsDark ? "dark" : "light")}";
}
