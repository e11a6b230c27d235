using System.Globalization;

namespace SpeechScoop.Audio.Metrics.Visqol;

/// <summary>ν-support-vector regression with a radial kernel, read from a text file as libsvm writes it; ViSQOL's audio mode maps band similarities by one.</summary>
public sealed class SupportVectorMapping : IQualityMapping
{
    private const string Origin = "libsvm_nu_svr_model.txt from the model folder of ViSQOL 3.3.3";

    private readonly (double Weight, double[] Vector)[] vectors;
    private readonly double gamma, offset;

    private SupportVectorMapping((double, double[])[] vectors, double gamma, double offset)
        => (this.vectors, this.gamma, this.offset, Bands) = (vectors, gamma, offset, vectors.Length == 0 ? 0 : vectors[0].Item2.Length);

    /// <summary>Similarities that the model was trained on.</summary>
    public int? Bands { get; }

    /// <summary>Reads a model file.</summary>
    /// <param name="path">The file; null where none is configured.</param>
    public static Result<SupportVectorMapping> Read(string? path)
    {
        if (string.IsNullOrWhiteSpace(path)) return new Error.Unavailable("visqol-model-missing", $"ViSQOL's audio mode needs its support vector model: set SpeechScoop__VisqolModel to the path of {Origin}.");
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Error.Unavailable("visqol-model-unreadable", $"ViSQOL's model {path} cannot be read ({exception.Message}); set SpeechScoop__VisqolModel to the path of {Origin}.");
        }
    }

    /// <summary>Reads a model.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="name">How messages call the file.</param>
    /// <returns>The model, or an <see cref="Error.Invalid"/> that names the line and what should stand there.</returns>
    public static Result<SupportVectorMapping> Parse(string text, string name)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var start = Array.IndexOf(lines, "SV");
        if (start < 0) return Wrong(name, lines.Length, "the line SV, behind which the support vectors stand, is missing");
        var header = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        for (var i = 0; i < start; i++)
        {
            var parts = lines[i].Split(' ', 2);
            if (parts.Length < 2 || !header.TryAdd(parts[0], (parts[1].Trim(), i + 1))) return Wrong(name, i + 1, "expected a key and a value, each key once");
        }
        if (Require("svm_type", "nu_svr") is { } type) return type;
        if (Require("kernel_type", "rbf") is { } kernel) return kernel;
        if (!Number("gamma", out var gamma, out var error) || !Number("rho", out var rho, out error) || !Number("total_sv", out var count, out error)) return error!;
        if (gamma <= 0) return Wrong(name, header["gamma"].Line, "gamma must be above 0");
        var rows = new List<(double Weight, SortedDictionary<int, double> Values)>();
        for (var i = start + 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 && lines[i..].All(line => line.Length == 0)) break;
            if (Row(lines[i]) is not { } row) return Wrong(name, i + 1, "expected a weight and rising index:value pairs, such as 0.4 1:0.99 2:0.87");
            rows.Add(row);
        }
        if (rows.Count != count || rows.Count == 0) return Wrong(name, header["total_sv"].Line, $"total_sv says {header["total_sv"].Value}, but {rows.Count} support vectors follow; the file is cut off or changed");
        var bands = rows.Max(row => row.Values.Count == 0 ? 0 : row.Values.Keys.Max());
        return new SupportVectorMapping([.. rows.Select(row => (row.Weight, Enumerable.Range(1, bands).Select(i => row.Values.GetValueOrDefault(i)).ToArray()))], gamma, rho);

        Error? Require(string key, string wanted) =>
            !header.TryGetValue(key, out var found) ? Wrong(name, 1, $"the line {key} is missing")
            : found.Value == wanted ? null : Wrong(name, found.Line, $"{key} is {found.Value}, but only {wanted} is supported");

        bool Number(string key, out double value, out Error? wrong)
        {
            (value, wrong) = (0, null);
            if (!header.TryGetValue(key, out var found)) wrong = Wrong(name, 1, $"the line {key} is missing");
            else if (!TryNumber(found.Value, out value)) wrong = Wrong(name, found.Line, $"{key} must be a number, not {found.Value}");
            return wrong is null;
        }
    }

    /// <inheritdoc/>
    public double Mos(IReadOnlyList<double> bandSimilarities)
    {
        var sum = -offset;
        foreach (var (weight, vector) in vectors)
        {
            var distance = 0.0;
            for (var i = 0; i < vector.Length; i++) distance += (bandSimilarities[i] - vector[i]) * (bandSimilarities[i] - vector[i]);
            sum += weight * Math.Exp(-gamma * distance);
        }
        return Math.Clamp(sum, 1, 5);
    }

    private static (double, SortedDictionary<int, double>)? Row(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !TryNumber(parts[0], out var weight)) return null;
        var values = new SortedDictionary<int, double>();
        foreach (var part in parts.Skip(1))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !int.TryParse(part[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index is < 1 or > 1024) return null;
            if (!TryNumber(part[(colon + 1)..], out var value) || !values.TryAdd(index, value)) return null;
        }
        return (weight, values);
    }

    private static bool TryNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static Error.Invalid Wrong(string name, int line, string what)
        => new("visqol-model-malformed", $"{name}, line {line}: {what}. Take {Origin}, unchanged.");
}
