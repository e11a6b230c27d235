using System.CommandLine;
using SpeechScoop.Web.Hosting;

namespace SpeechScoop.Web.Commands;

/// <summary>The executable's verbs. Without a verb it serves.</summary>
internal static class CommandLine
{
    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("SpeechScoop compares speech models: recognizers, synthesizers and audio tokenizers, on your own audio.")
        {
            TranscribeCommand.Create(),
            SpeakCommand.Create(),
            TokenizeCommand.Create(),
            ScoreCommand.Create(),
            PacksCommand.Create(),
            DoctorCommand.Create(),
            KeyCommand.Create(),
            RunCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            SoundsCommand.Create(),
        };
        var serve = new Command("serve", "Serve the pages and the API (the default). Takes the web host's settings too, such as --urls http://localhost:5081.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        serve.SetAction((_, cancellation) => Server.RunAsync(args is ["serve", .. var rest] ? rest : args, cancellation));
        root.Add(serve);

        // Host settings (--urls …) have no verb before them; a word that is no verb is a mistake, not a setting.
        if (args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version")))
            return await Server.RunAsync(args, CancellationToken.None);
        var parsed = root.Parse(args);
        // Of a command that was not understood nothing may reach what reads standard output: errors and help go to standard error.
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = parsed.Errors.Count > 0 ? Console.Error : Console.Out });
    }
}
