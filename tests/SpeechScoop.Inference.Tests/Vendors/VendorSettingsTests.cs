using System.Collections;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Systems;
using SpeechScoop.Tests.Vendors;

namespace SpeechScoop.Inference.Tests.Vendors;

/// <summary>Vendors in a protected file and in the environment.</summary>
public sealed class VendorSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoop-vendors-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_names_vendors_and_the_environment_wins()
    {
        var path = Write("""{ /* ours */ "groq": { "kind": "openai", "baseUrl": "https://api.groq.com/openai", "model": "whisper-large-v3", "apiKey": "from-the-file", "concurrency": 2, "fields": {"temperature": 0}, }, "deepgram": {"kind": "Deepgram"} }""");
        var configuration = VendorSettingsReader.Read(path, new Hashtable { ["SPEECHSCOOP__VENDORS__GROQ__MODEL"] = "other", ["SpeechScoop__Vendors__deepgram__ApiKey"] = "k-1234" });
        Assert.Empty(configuration.Problems);
        Assert.Equal(["deepgram", "groq"], configuration.Vendors.Select(vendor => vendor.Name));
        var groq = configuration.Vendors[1];
        Assert.Equal(("other", 2, "groq other", "from-the-file"), (groq.Model, groq.Concurrency, groq.Title, groq.Key!.Reveal()));
        Assert.Equal("api.deepgram.com", configuration.Vendors[0].BaseUrl.Host);
        Assert.DoesNotContain("from-the-file", configuration.ToString() + groq + System.Text.Json.JsonSerializer.Serialize(groq), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite)]
    public void A_file_that_others_may_read_is_refused_whole_with_the_cure(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) return;
        var path = Write("""{"deepgram":{"kind":"deepgram","apiKey":"abcdefgh"}}""");
        File.SetUnixFileMode(path, mode);
        var configuration = VendorSettingsReader.Read(path, new Hashtable());
        Assert.Empty(configuration.Vendors);
        Assert.Contains($"chmod 600 {path}", Assert.Single(configuration.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":{"kind":"whisper"}}""", "openai, deepgram, elevenlabs, assemblyai")]
    [InlineData("""{"a":{}}""", "has no kind")]
    [InlineData("""{"A b":{"kind":"deepgram"}}""", "lower-case letters")]
    [InlineData("""{"a":{"kind":"openai"}}""", "names no model")]
    [InlineData("""{"a":{"kind":"openai","model":"m","modle":"x"}}""", "There are: kind, tasks")]
    [InlineData("""{"a":{"kind":"openai","model":["m"]}}""", "$.model")]
    [InlineData("""{"a":{"kind":"openai","model":"m","baseUrl":"ftp://x"}}""", "no http or https address")]
    [InlineData("""{"a":{"kind":"openai","model":"m","baseUrl":"https://me:hunter2secret@x.example"}}""", "more than host, port and path")]
    [InlineData("""{"a":{"kind":"openai","model":"m","baseUrl":"http://x.example"}}""", "unencrypted to x.example")]
    [InlineData("""{"a":{"kind":"deepgram","tasks":["synthesizer"]}}""", "cannot speak here")]
    [InlineData("""{"a":{"kind":"openai","model":"m","tasks":["synthesizer"]}}""", "names no voice")]
    [InlineData("""{"a":{"kind":"deepgram","fields":{"api_key":"hunter2secret"}}}""", "looks like a key")]
    [InlineData("""{"a":{"kind":"deepgram","timeoutSeconds":0}}""", "1 to 3600")]
    [InlineData("""{"a":{"kind":"deepgram","apiKey":"hunter2secret\nx"}}""", "no header can hold")]
    [InlineData("""{"a":"hunter2secret"}""", "not an object")]
    [InlineData("""{"a":{"kind":"deepgram","apiKey":hunter2secret}}""", "line 1, byte")]
    [InlineData("""{"a":{"kind":"deepgram"},"a":{"kind":"deepgram"}}""", "is not JSON")]
    [InlineData("[]", "not a JSON object")]
    public void What_is_wrong_is_named_and_no_value_that_may_be_a_key_is_quoted(string json, string said)
    {
        var configuration = VendorSettingsReader.Read(Write(json), new Hashtable());
        Assert.Empty(configuration.Vendors);
        var problem = Assert.Single(configuration.Problems);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vendor_without_its_key_is_listed_and_says_where_the_key_belongs()
    {
        using var vendors = new VendorCatalog(TestVendors.Configure(("Kind", "openai"), ("Model", "whisper-1")));
        var system = Assert.Single(vendors.Systems);
        Assert.Equal(("vendor:acme", PackStatus.Unavailable, SystemKind.Recognizer, "acme whisper-1"), (system.Id, system.Status, system.Kind, system.Title));
        Assert.Contains("SpeechScoop__Vendors__acme__ApiKey", system.Problems[0], StringComparison.Ordinal);
        using var gate = new SpeechScoop.Inference.Sessions.ComputeGate();
        using var catalog = new SystemCatalog(folder, gate, vendors: vendors);
        Assert.Equal("vendor-key-missing", (await catalog.GetRecognizerAsync("vendor:acme")).Error!.Code);
        Assert.Equal("system-kind", (await catalog.GetSynthesizerAsync("vendor:acme")).Error!.Code);
        Assert.Equal("system-unknown", catalog.Find("vendor:other").Error!.Code);
    }

    [Fact]
    public void One_vendor_can_hear_and_speak_and_a_local_server_needs_no_key()
    {
        using var vendors = new VendorCatalog(TestVendors.Configure(
            ("Kind", "openai"), ("BaseUrl", "http://127.0.0.1:8000"), ("Tasks", "recognizer, synthesizer"), ("Model", "whisper"), ("SpeechModel", "kokoro"), ("Voice", "af_sky")));
        Assert.Equal(["vendor:acme", "vendor:acme/speech"], vendors.Systems.Select(system => system.Id));
        Assert.All(vendors.Systems, system => Assert.Equal(PackStatus.Ready, system.Status));
        Assert.Equal("""{"fields":{},"host":"127.0.0.1:8000","language":"","model":"whisper","sampleRate":16000,"stream":false}""", vendors.Systems[0].SettingsJson);
    }

    [Fact]
    public async Task Word_lists_and_streams_are_refused()
    {
        using var vendors = TestVendors.Catalog("openai", "http://127.0.0.1:1", null);
        var recognizer = vendors.Get<IRecognizer>("vendor:acme").Value;
        Assert.Equal("streaming-unsupported", recognizer.OpenStream().Error!.Code);
        Assert.Equal("word-lists-unsupported", (await recognizer.RecognizeAsync(TestVendors.Clip, new RecognitionOptions(HotWords: ["a"]))).Error!.Code);
    }

    private string Write(string json)
    {
        var path = Path.Combine(folder, "vendors.json");
        File.WriteAllText(path, json);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
