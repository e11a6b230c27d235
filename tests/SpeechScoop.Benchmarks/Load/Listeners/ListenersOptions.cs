using System.Globalization;

namespace SpeechScoop.Benchmarks.Load.Listeners;

/// <summary>How listeners are simulated.</summary>
internal sealed record ListenersOptions
{
    /// <summary>How to call the command.</summary>
    public const string Usage = """
        listeners [--listeners 300] [--seconds 20] [--clients 64,256] [--kills 20] [--seed 1] [--data FOLDER]
          --listeners  each gives a rating a second
          --clients    so many send the next rating as soon as the last is acknowledged: the highest rate
          --kills      how often the server is killed under that load, at random moments; 0 for not
          --data       folder whose disk is measured; a new folder is made in it and removed
        """;

    public int Listeners { get; init; } = 300;

    /// <summary>Length of each measurement.</summary>
    public double Seconds { get; init; } = 20;

    /// <summary>Numbers of clients without pauses; several are tried one after the other.</summary>
    public IReadOnlyList<int> Clients { get; init; } = [64, 256];

    public int Kills { get; init; } = 20;

    public long Seed { get; init; } = 1;

    public string Data { get; init; } = Path.GetTempPath();

    /// <summary>Reads the command line.</summary>
    public static Result<ListenersOptions> Parse(IReadOnlyList<string> args)
    {
        var options = new ListenersOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            var next = args[i] switch
            {
                "--listeners" when Count(value) is { } count and > 0 => options with { Listeners = count },
                "--seconds" when Count(value) is { } seconds and > 0 => options with { Seconds = seconds },
                "--clients" when value.Split(',').Select(Count).ToArray() is var counts && counts.All(count => count > 0) => options with { Clients = [.. counts.Select(count => count!.Value)] },
                "--kills" when Count(value) is { } kills => options with { Kills = kills },
                "--seed" when Count(value) is { } seed => options with { Seed = seed },
                "--data" when Directory.Exists(value) => options with { Data = value },
                _ => null,
            };
            if (next is null) return new Error.Invalid("listeners-options", $"'{args[i]} {value}' is not understood.\n{Usage}");
            options = next;
        }
        return options;
    }

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
