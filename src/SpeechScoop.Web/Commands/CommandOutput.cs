using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Commands;

/// <summary>What the verbs share: JSON on standard output, errors on standard error with a non-zero exit code.</summary>
internal static class CommandOutput
{
    private static readonly JsonSerializerOptions Compact = CreateJson(indented: false);
    private static readonly JsonSerializerOptions Indented = CreateJson(indented: true);

    /// <summary>The option that switches a verb to output for scripts.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "Print JSON for scripts." };

    /// <summary>Prints one object on one line.</summary>
    public static void WriteLine(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Compact));

    /// <summary>Prints a whole JSON document.</summary>
    public static void WriteDocument(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Indented));

    /// <summary>Writes a result file; a failure names the file.</summary>
    public static Error? WriteFile(FileInfo file, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(file.FullName, bytes);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error.Unavailable("file-not-writable", $"{file} cannot be written: {exception.Message} Choose another --output.");
        }
    }

    /// <summary>Prints a failure and gives the exit code for it.</summary>
    public static int Fail(Error error)
    {
        Console.Error.WriteLine($"error {error.Code}: {error.Message}");
        return error is Error.Unavailable ? 3 : 1;
    }

    /// <summary>Prints what was mended, where it disturbs no output.</summary>
    public static void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings) Console.Error.WriteLine($"warning: {warning}");
    }

    private static JsonSerializerOptions CreateJson(bool indented)
    {
        var options = new JsonSerializerOptions { WriteIndented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        SpeechScoopApp.ConfigureJson(options);
        return options;
    }
}
