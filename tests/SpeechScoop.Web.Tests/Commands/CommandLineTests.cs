using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SpeechScoop.Web.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("scoop-cli-").FullName;
    private readonly string models = Directory.CreateTempSubdirectory("scoop-cli-models-").FullName;

    private Executable Scoop => new Executable().With("SpeechScoop__DataPath", data).With("SpeechScoop__ModelsPath", models).With("SpeechScoop__OwnerKey", null);

    public void Dispose()
    {
        Directory.Delete(data, recursive: true);
        Directory.Delete(models, recursive: true);
    }

    [Fact]
    public async Task A_word_that_is_no_verb_is_refused()
    {
        var (exitCode, _, error) = await Scoop.RunAsync("transcibe", "a.wav");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("transcibe", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speak", "Hello.", "--json")]
    [InlineData("transcribe", "--json")]
    [InlineData("packs", "lists", "--json")]
    public async Task Nothing_of_a_command_that_was_not_understood_reaches_standard_output(params string[] arguments)
    {
        var (exitCode, output, error) = await Scoop.RunAsync(arguments);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        var (exitCode, output, _) = await Scoop.RunAsync("--help");
        Assert.Equal(0, exitCode);
        Assert.All(["serve", "transcribe", "speak", "tokenize", "score", "packs", "doctor", "key", "import"], verb => Assert.Contains(verb, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_models_folder_lists_no_packs_and_says_so_when_one_is_needed()
    {
        var (exitCode, output, _) = await Scoop.RunAsync("packs", "list", "--json");
        Assert.Equal(0, exitCode);
        Assert.Equal(0, JsonDocument.Parse(output).RootElement.GetArrayLength());

        (exitCode, _, var error) = await Scoop.RunAsync("transcribe", "a.wav");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("packs list", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_runs_every_metric_on_golden_signals()
    {
        var (_, output, _) = await Scoop.RunAsync("doctor", "--json");
        var metrics = JsonDocument.Parse(output).RootElement.EnumerateArray().Where(check => check.TryGetProperty("metric", out _)).ToArray();
        Assert.Contains(metrics, check => check.GetProperty("name").GetString() == "stoi");
        Assert.All(metrics, check => Assert.Equal("ok", check.GetProperty("outcome").GetString()));
        Assert.All(metrics, check => Assert.Contains("expected", check.GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_pack_is_listed_with_what_is_wrong()
    {
        Directory.CreateDirectory(Path.Combine(models, "broken"));
        await File.WriteAllTextAsync(Path.Combine(models, "broken", "pack.json"), """{ "schema": "speechscoop/pack/1", "id": "other" """);
        var (exitCode, output, _) = await Scoop.RunAsync("packs", "list", "--json");
        Assert.Equal(0, exitCode);
        var pack = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.Equal("broken", pack.GetProperty("id").GetString());
        Assert.Contains("pack.json", pack.GetProperty("status").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_says_that_its_port_is_taken_and_how_to_choose_another()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (exitCode, _, error) = await Scoop.RunAsync("--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("--urls", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_does_not_use_up_the_one_showing_of_the_key()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await Scoop.RunAsync("--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var server = Scoop.Start("--urls", "http://127.0.0.1:0");
        try
        {
            Assert.Contains("?key=", await UntilOpenAsync(server), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_folder_is_refused_and_the_first_lives_on()
    {
        using var first = Scoop.Start("--urls", "http://127.0.0.1:0");
        try
        {
            await UntilOpenAsync(first);
            var (exitCode, _, error) = await Scoop.RunAsync("--urls", "http://127.0.0.1:0");
            Assert.NotEqual(0, exitCode);
            Assert.Contains("data-folder-in-use", error, StringComparison.Ordinal);
            Assert.Contains(data, error, StringComparison.Ordinal);
            Assert.False(first.HasExited);
        }
        finally
        {
            first.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task The_server_says_that_its_data_folder_cannot_be_written()
    {
        var file = Path.Combine(data, "a-file-where-a-folder-should-be");
        await File.WriteAllTextAsync(file, "");
        var (exitCode, _, error) = await Scoop.With("SpeechScoop__DataPath", file).RunAsync("--urls", "http://127.0.0.1:0");
        Assert.NotEqual(0, exitCode);
        Assert.Contains(file, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "nonsense", "address-refused")]
    [InlineData("--urls", "http://127.0.0.1:99999", "address-refused")]
    [InlineData("--urls", "http://192.0.2.1:5081", "address-refused")]
    [InlineData("--url", "http://127.0.0.1:0", "option-unknown")]
    [InlineData("--SpeechScoop:OwnerKey", "secret", "owner-key-length")]
    [InlineData("--SpeechScoop:ModelsPath", "/no/such/folder", "models-missing")]
    public async Task The_server_does_not_start_with_a_setting_that_is_wrong(string option, string value, string code)
    {
        var (exitCode, output, error) = await Scoop.RunAsync(option, value);
        Assert.NotEqual(0, exitCode);
        Assert.StartsWith($"error {code}: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("?key=", output, StringComparison.Ordinal);
    }

    private static async Task<string> UntilOpenAsync(System.Diagnostics.Process server)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await server.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith("Open ", StringComparison.Ordinal)) return line;
        throw new InvalidOperationException(await server.StandardError.ReadToEndAsync(limit.Token));
    }

    [Fact]
    public async Task A_new_owner_key_replaces_the_old_one()
    {
        var (exitCode, first, _) = await Scoop.RunAsync("key", "new");
        Assert.Equal(0, exitCode);
        var (_, second, _) = await Scoop.RunAsync("key", "new");
        Assert.Matches("^[A-Za-z0-9_-]{43}$", first.Trim());
        Assert.NotEqual(first, second);
    }
}
