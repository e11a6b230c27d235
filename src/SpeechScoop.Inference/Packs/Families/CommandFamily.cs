using System.Text.Json;
using SpeechScoop.Inference.Commands;
using SpeechScoop.Inference.Packs.Manifests;

namespace SpeechScoop.Inference.Packs.Families;

/// <summary>Packs that wrap a local program.</summary>
internal sealed class CommandFamily : PackFamily
{
    public override string Name => "command";

    public override IReadOnlyList<string> Tasks => ["recognizer", "synthesizer"];

    public override IReadOnlyList<GraphContract> Graphs => [];

    public override void Check(PackCheck check)
    {
        if (!check.RequireSection(check.Manifest.Command, "command")) return;
        var (command, recognizes) = (check.Manifest.Command!, check.Manifest.Task == "recognizer");
        check.Require(command.Program.Length > 0 && command.Program.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+') && command.Program[0] is not ('-' or '.'),
            $"pack.json: 'command.program' is '{command.Program}'; it has to be the name of a program on the search path, without folders.");
        check.Require(command.Input == (recognizes ? "wav" : "text"), $"pack.json: 'command.input' is '{command.Input}'; a {check.Manifest.Task} takes '{(recognizes ? "wav" : "text")}'.");
        string[] outputs = recognizes ? ["text-stdout", "pocketsphinx-stdout"] : ["wav-file", "wav-stdout"];
        check.Require(outputs.Contains(command.Output), $"pack.json: 'command.output' is '{command.Output}'; a {check.Manifest.Task} gives {string.Join(" or ", outputs.Select(output => $"'{output}'"))}.");
        check.Require(command.TimeoutSeconds is > 0 and <= 3600, $"pack.json: 'command.timeoutSeconds' is {command.TimeoutSeconds}; it has to lie between 0 and 3600.");
        check.Require(command.MaxOutputBytes is > 0 and <= 1L << 32, $"pack.json: 'command.maxOutputBytes' is {command.MaxOutputBytes}; it has to lie between 1 and {1L << 32}.");
        check.Require(command.Characters is "all" or "latin", $"pack.json: 'command.characters' is '{command.Characters}'; it has to be 'all' or 'latin'.");
        check.Require(!recognizes || command.Arguments.Any(argument => argument.Contains("{input}", StringComparison.Ordinal)), "pack.json: 'command.arguments' needs {input}, the path of the WAV file.");
        check.Require(command.Output != "wav-file" || command.Arguments.Any(argument => argument.Contains("{output}", StringComparison.Ordinal)),
            "pack.json: 'command.arguments' needs {output}, the path of the WAV file to write.");
        if (recognizes) check.RequireSection(check.Manifest.Audio, "audio");
    }

    public override void CheckSettings(PackCheck check, JsonElement? settings, string key)
    {
        if (check.Manifest.Command is not { } command) return;
        if (settings is { } given && (given.ValueKind != JsonValueKind.Object || given.EnumerateObject().Any(entry => entry.Value.ValueKind != JsonValueKind.String)))
        {
            check.Problem($"pack.json: '{key}' has to be an object of texts: the values of the names in braces in 'command.arguments'.");
            return;
        }
        var known = VariablesOf(settings).Keys.Concat(CommandTemplate.BuiltIn).ToHashSet(StringComparer.Ordinal);
        foreach (var name in CommandTemplate.Names(command.Arguments).Where(name => !known.Contains(name)).Distinct())
            check.Problem($"pack.json: 'command.arguments' uses {{{name}}}, which is neither in '{key}' nor one of {string.Join(", ", CommandTemplate.BuiltIn.Select(builtIn => $"{{{builtIn}}}"))}.");
    }

    public override SystemTraits Traits(PackManifest manifest, JsonElement? settings) => manifest.Task == "recognizer"
        ? new(SampleRate: manifest.Audio?.SampleRate, Streaming: false, AcceptsWordLists: false)
        : new(SampleRate: manifest.Audio?.SampleRate, Seeded: false);

    /// <summary>The template variables that settings give.</summary>
    public static IReadOnlyDictionary<string, string> VariablesOf(JsonElement? settings) => settings is { ValueKind: JsonValueKind.Object } given
        ? given.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal)
        : new Dictionary<string, string>();
}
