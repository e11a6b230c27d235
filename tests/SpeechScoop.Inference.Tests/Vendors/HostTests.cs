using System.Net;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Http;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Tests.Vendors;
using static SpeechScoop.Tests.Vendors.VendorServer;

namespace SpeechScoop.Inference.Tests.Vendors;

/// <summary>Nothing but the configured host is ever called.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task A_redirect_is_not_followed_and_the_other_server_hears_nothing()
    {
        await using var other = await StartAsync();
        await using var server = await StartAsync((context, _) =>
        {
            context.Response.Headers.Location = $"{other.Address}/v1/audio/transcriptions";
            context.Response.StatusCode = 307;
            return Task.CompletedTask;
        });
        Assert.Equal("vendor-redirect", (await server.TranscribeAsync("openai")).Error!.Code);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task An_id_that_is_a_path_stays_on_the_host_and_in_its_place()
    {
        await using var server = await StartAsync((context, count) => count switch
        {
            1 => Json(context, """{"upload_url":"http://169.254.169.254/latest"}"""),
            2 => Json(context, """{"id":"../../x?y=//evil.example/","status":"queued"}"""),
            _ => Json(context, """{"status":"completed","text":"ok"}"""),
        });
        Assert.Equal("ok", (await server.TranscribeAsync("assemblyai")).Value.Text);
        Assert.Equal("", server.Requests.Last().Query);
        Assert.StartsWith("/v2/transcript/", server.Requests.Last().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_failure_that_names_the_host()
    {
        var server = await StartAsync();
        var address = server.Address;
        await server.DisposeAsync();
        using var catalog = TestVendors.Catalog("openai", address, null);
        var error = (await catalog.Get<IRecognizer>("vendor:acme").Value.RecognizeAsync(TestVendors.Clip)).Error!;
        Assert.Equal("vendor-unreachable", error.Code);
        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.Contains("after 4 attempts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_for_a_private_address_is_not_taken_for_one_that_the_settings_name()
    {
        var settings = TestVendors.Configure(("Kind", "openai"), ("Model", "m"), ("BaseUrl", "https://asr.example"), ("ApiKey", TestVendors.Key)).Vendors[0];
        Assert.False(settings.IsLocal);
        Assert.True((settings with { PrivateNetwork = true }).IsLocal);
        Assert.True((settings with { BaseUrl = new Uri("http://[::1]:8000") }).IsLocal);
        Assert.True((settings with { BaseUrl = new Uri("http://192.168.1.7:8000") }).IsLocal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("8.8.8.8", "10.0.0.7")]
    [InlineData("::ffff:192.168.0.9")]
    public async Task A_name_that_stands_for_a_private_address_is_not_connected_to(params string[] addresses)
    {
        await using var server = await StartAsync();
        var settings = TestVendors.Configure(("Kind", "deepgram"), ("BaseUrl", $"https://asr.example:{new Uri(server.Address).Port}"), ("ApiKey", TestVendors.Key)).Vendors[0];
        using var connection = new VendorConnection(settings, TestVendors.Quick, (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));
        var error = (await new VendorRecognizer(settings, connection).RecognizeAsync(TestVendors.Clip)).Error!;
        Assert.Equal("vendor-host", error.Code);
        Assert.Contains("asr.example stands for a private address", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("224.0.0.1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("2001:4860:4860::8888", false)]
    public void Private_addresses_are_known(string address, bool isPrivate) => Assert.Equal(isPrivate, PrivateAddresses.IsPrivate(IPAddress.Parse(address)));
}
