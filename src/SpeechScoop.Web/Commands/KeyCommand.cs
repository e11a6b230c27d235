using System.CommandLine;
using SpeechScoop.Storage;
using SpeechScoop.Storage.Access;

namespace SpeechScoop.Web.Commands;

/// <summary><c>key new</c>: replaces the owner key.</summary>
internal static class KeyCommand
{
    public static Command Create()
    {
        var make = new Command("new", "Make a new owner key and print it; the old one stops working.");
        make.SetAction(async (_, _) =>
        {
            if (!Database.Open(new DatabaseSettings(LocalSettings.Read().DataPath)).TryGet(out var database, out var error)) return CommandOutput.Fail(error);
            using (database)
            {
                if (!(await new OwnerKeyStore(database, TimeProvider.System).ReplaceAsync()).TryGet(out var key, out error)) return CommandOutput.Fail(error);
                Console.Out.WriteLine(key);
                return 0;
            }
        });
        return new Command("key", "The owner key, which opens pages and API.") { make };
    }
}
