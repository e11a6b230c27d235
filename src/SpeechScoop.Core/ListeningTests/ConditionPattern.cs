using System.Text;
using System.Text.RegularExpressions;

namespace SpeechScoop.ListeningTests;

/// <summary>
/// A regular expression with named groups that finds a clip's condition in its file's name: the <c>condition_pattern</c> of the P.808 toolkit, such as
/// <c>.*_c(?P&lt;condition&gt;\d{1,2})_.*\.wav</c>. As there, it must match from the name's first character on, not to its last, and Python's way of
/// writing groups is understood beside .NET's.
/// </summary>
public sealed partial class ConditionPattern
{
    /// <summary>What the toolkit calls the condition of a name that does not match.</summary>
    public const string NoCondition = "NoCondition";

    /// <summary>What stands between the values of several groups, as in the toolkit's tables.</summary>
    private const string Between = "____";

    private const int LongestText = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Regex expression;
    private bool isTooSlow;

    private ConditionPattern(Regex expression)
    {
        this.expression = expression;
        Keys = [.. expression.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]))];
    }

    /// <summary>Names of the groups, in their order.</summary>
    public IReadOnlyList<string> Keys { get; }

    [GeneratedRegex(@"\(\?P(?=<[A-Za-z_])")]
    private static partial Regex PythonGroup { get; }

    [GeneratedRegex(@"\(\?P=(\w+)\)")]
    private static partial Regex PythonBackreference { get; }

    /// <summary>Reads a pattern.</summary>
    /// <returns><see cref="Error.Invalid"/> for what is no regular expression, and for one without named groups.</returns>
    public static Result<ConditionPattern> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText) return new Error.Invalid("condition-pattern-long", $"The condition pattern has {text.Length} characters; at most {LongestText} fit.");
        var written = PythonBackreference.Replace(PythonGroup.Replace(text.Trim(), "(?"), @"\k<$1>");
        try
        {
            var pattern = new ConditionPattern(new Regex($@"\A(?:{written})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience));
            return pattern.Keys.Count > 0 ? pattern
                : new Error.Invalid("condition-pattern-groups", $"The condition pattern '{text}' has no named group that says which part of a name is the condition. Write one, such as .*_c(?<condition>[0-9]+)_.*");
        }
        catch (ArgumentException exception)
        {
            return new Error.Invalid("condition-pattern-invalid", $"The condition pattern '{text}' is no regular expression: {exception.Message} Correct it, such as to .*_c(?<condition>[0-9]+)_.*");
        }
    }

    /// <summary>What the name of a file says.</summary>
    /// <param name="file">A path or an address; its last part counts.</param>
    /// <returns>Null where the pattern does not match; null for every file once the pattern took longer than a name can be worth.</returns>
    public NamedCondition? Find(string file)
    {
        if (isTooSlow) return null;
        var name = NameOf(file);
        try
        {
            return expression.Match(name) is { Success: true } match
                ? new(string.Join(Between, Keys.Select(key => match.Groups[key].Value)), [.. Keys.Select(key => match.Groups[key].Value)], Without(name, match))
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            isTooSlow = true;
            return null;
        }
    }

    /// <summary>The last part of a path or an address, without a query.</summary>
    public static string NameOf(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Split('?')[0].Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var name] ? name : "";
    }

    private string Without(string name, Match match)
    {
        var rest = new StringBuilder(name);
        foreach (var group in Keys.Select(key => match.Groups[key]).Where(group => group.Success).OrderByDescending(group => group.Index))
            for (var place = Math.Min(group.Index + group.Length, rest.Length) - 1; place >= group.Index; place--) rest.Remove(place, 1);
        return rest.ToString();
    }
}

/// <summary>What a <see cref="ConditionPattern"/> found in a file's name.</summary>
/// <param name="Name">The values of all groups, joined.</param>
/// <param name="Values">One for each of the pattern's keys; empty where its group took no part.</param>
/// <param name="Rest">The name without them: the same for all conditions of one item.</param>
public sealed record NamedCondition(string Name, IReadOnlyList<string> Values, string Rest);
