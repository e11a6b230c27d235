using System.Text.RegularExpressions;
using SpeechScoop.ListeningTests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace SpeechScoop.Web.ListeningTests.Import;

/// <summary>
/// Reads untrusted YAML as plain nodes: no types, no objects, limits on size, depth and aliases. Text that strict YAML refuses for a
/// colon inside an unquoted value is read a second time with such values in quotes, as webMUSHRA's own parser takes them.
/// </summary>
internal static partial class YamlConfig
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 2_000_000;

    private const int MostNodes = 200_000;
    private const int Deepest = 40;

    [GeneratedRegex("""^(?<start>[ \t]*(?:-[ \t]+)*(?:content|name|label|popupContent|testname)[ \t]*:[ \t]+)(?<value>[^\s"'|>&*!%@`\[{#].*?)[ \t]*(?<end>\r?)$""", RegexOptions.Multiline)]
    private static partial Regex UnquotedText { get; }

    /// <summary>Reads a document.</summary>
    /// <returns><see cref="Error.Invalid"/> that names the line and the cure.</returns>
    public static Result<ConfigNode> Read(string text)
    {
        if (text.Length > LongestText) return new Error.Invalid("yaml-too-long", $"The configuration has {text.Length} characters; {LongestText} are allowed. It may be another file.");
        if (Load(text).TryGet(out var node, out var strict)) return node;
        var quoted = UnquotedText.Replace(text, match => $"{match.Groups["start"].Value}'{match.Groups["value"].Value.Replace("'", "''", StringComparison.Ordinal)}'{match.Groups["end"].Value}");
        if (quoted != text && Load(quoted).TryGet(out node, out _)) return node;
        return strict.Message.Contains("tab", StringComparison.Ordinal) && TabbedLine(text) is { } line
            ? new Error.Invalid("yaml-malformed", $"Line {line} of the configuration is indented with a tab, which YAML forbids. Indent with spaces.")
            : strict;
    }

    /// <summary>The first line that begins with white space that holds a tab; null for none.</summary>
    private static int? TabbedLine(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var words = content.TrimStart(" \t");
            if (words.Length > 0 && content[..^words.Length].Contains('\t')) return line;
        }
        return null;
    }

    private static Result<ConfigNode> Load(string text)
    {
        try
        {
            using var reader = new StringReader(text);
            var loader = new Loader(new Parser(reader));
            return loader.Document();
        }
        catch (YamlException exception)
        {
            return Invalid(exception.Start, exception.InnerException?.Message ?? exception.Message);
        }
    }

    private static Error.Invalid Invalid(Mark at, string message) => new("yaml-malformed",
        $"Line {at.Line}, column {at.Column} of the configuration is no valid YAML: {PlainMessage(message)}. Put texts that hold a colon or a hash in quotes, and indent with spaces.");

    private static string PlainMessage(string message) => (message.IndexOf("): ", StringComparison.Ordinal) is >= 0 and var place && message.StartsWith('(') ? message[(place + 3)..] : message).TrimEnd('.');

    private sealed class Loader(IParser parser)
    {
        private readonly Dictionary<string, (ConfigNode Node, int Size)> anchors = [];
        private int count;

        public Result<ConfigNode> Document()
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) return new Error.Invalid("yaml-empty", "The configuration is empty. Choose a webMUSHRA configuration (.yaml).");
            var node = Node(0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second)) return Invalid(second.Start, "a second document begins here");
            return node;
        }

        private ConfigNode Node(int depth)
        {
            var start = parser.Current!.Start;
            if (depth > Deepest) throw new YamlException(start, start, $"lists and maps are nested more than {Deepest} deep");
            if (parser.TryConsume<AnchorAlias>(out var alias))
            {
                if (!anchors.TryGetValue(alias.Value.Value, out var known)) throw new YamlException(alias.Start, alias.End, $"the alias '{alias.Value}' names no anchor before it");
                Count(known.Size, start);
                return known.Node;
            }
            var before = count;
            Count(1, start);
            var (node, anchor) = Content(depth, (int)start.Line);
            if (!anchor.IsEmpty) anchors[anchor.Value] = (node, count - before);
            return node;
        }

        private (ConfigNode Node, AnchorName Anchor) Content(int depth, int line)
        {
            if (parser.TryConsume<YamlScalar>(out var scalar)) return (new(line) { Text = scalar.Value, Plain = scalar.Style == ScalarStyle.Plain }, scalar.Anchor);
            if (parser.TryConsume<SequenceStart>(out var list))
            {
                var items = new List<ConfigNode>();
                while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
                return (new(line) { Items = items }, list.Anchor);
            }
            var map = parser.Consume<MappingStart>();
            var (fields, names, merged) = (new List<KeyValuePair<string, ConfigNode>>(), new HashSet<string>(), new List<ConfigNode>());
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var name = parser.Consume<YamlScalar>();
                if (name is { Value: "<<", Style: ScalarStyle.Plain })
                {
                    merged.Add(Node(depth + 1));
                    continue;
                }
                if (!names.Add(name.Value)) throw new YamlException(name.Start, name.End, $"'{name.Value}' comes twice in one map");
                fields.Add(new(name.Value, Node(depth + 1)));
            }
            // Merge keys (<<: *other): the map's own fields first, of several others the earlier.
            foreach (var field in merged.SelectMany(other => other.Items ?? [other]).SelectMany(other => other.Fields ?? []))
                if (names.Add(field.Key)) fields.Add(field);
            return (new(line) { Fields = fields }, map.Anchor);
        }

        private void Count(int more, Mark at)
        {
            count += more;
            if (count > MostNodes) throw new YamlException(at, at, $"there are more than {MostNodes} values");
        }
    }
}
