using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Audio;
using SpeechScoop.Inference.Packs;
using SpeechScoop.Inference.Recognition;
using SpeechScoop.Inference.Synthesis;
using SpeechScoop.Inference.Vendors;
using SpeechScoop.Inference.Vendors.Settings;
using SpeechScoop.Storage.Outputs;
using SpeechScoop.Systems;
using SpeechScoop.Web.Errors;
using SpeechScoop.Web.Systems;

namespace SpeechScoop.Web.Vendors;

/// <summary>Vendors' APIs: which are configured, whether they answer, and what they cost.</summary>
internal static class VendorsFeature
{
    private const int TestRate = 16_000;

    public static IServiceCollection AddVendors(this IServiceCollection services) => services.AddSingleton<OutputCallStore>().AddSingleton<CallKeeping>().AddSingleton<PriceList>().AddSingleton<RunCosts>();

    public static IEndpointRouteBuilder MapVendors(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/vendors").WithTags("Vendors");
        group.MapGet("", (VendorCatalog vendors, SystemAppearance appearance) => new VendorsView(
                VendorSettingsReader.FileName, [.. vendors.Configuration.Vendors.Select(vendor => VendorView.Of(vendor, vendors, appearance))], vendors.Configuration.Problems))
            .WithName("ListVendors").WithSummary("Configured vendors, whether their keys are there, and what is wrong in the settings. Keys are never shown.");
        group.MapPost("/{name}/test", TestAsync).WithName("TestVendor").WithSummary("Calls each of a vendor's systems once: a second of a quiet tone to write down, one word to speak. The vendor may bill it.");
        api.MapGet("/outputs/{id}/call", async Task<Results<Ok<OutputCall>, ProblemHttpResult>> (string id, OutputCallStore calls) =>
                (await calls.FindAsync(id)).TryGet(out var call, out var error) ? TypedResults.Ok(call) : error.ToProblem())
            .WithTags("Vendors").WithName("ReadOutputCall").WithSummary("How a vendor was called for an output of a run, and its answer word for word.");
        return api.MapPrices();
    }

    private static async Task<Results<Ok<IReadOnlyList<VendorTestView>>, ProblemHttpResult>> TestAsync(string name, VendorCatalog vendors, CancellationToken cancellation)
    {
        if (vendors.Configuration.Vendors.FirstOrDefault(vendor => vendor.Name == name) is not { } vendor)
            return new Error.NotFound("vendor-unknown", $"There is no vendor \"{name}\". GET /api/vendors lists those that are configured.").ToProblem();
        var tests = new List<VendorTestView>();
        foreach (var system in vendors.Systems.Where(system => system.Id == vendor.RecognizerId || system.Id == vendor.SynthesizerId))
            tests.Add(system.Kind is SystemKind.Recognizer ? await HearAsync(vendors, system, cancellation) : await SpeakAsync(vendors, system, cancellation));
        return TypedResults.Ok<IReadOnlyList<VendorTestView>>(tests);
    }

    private static async Task<VendorTestView> HearAsync(VendorCatalog vendors, SystemSummary system, CancellationToken cancellation)
    {
        if (!vendors.Get<IRecognizer>(system.Id).TryGet(out var recognizer, out var error)) return new VendorTestView(system.Id, error.Message);
        var tone = new AudioClip(TestRate, [.. Enumerable.Range(0, TestRate).Select(i => 0.02f * MathF.Sin(2 * MathF.PI * 440 * i / TestRate))]);
        return (await recognizer.RecognizeAsync(tone, cancellation: cancellation)).TryGet(out var heard, out error)
            ? new VendorTestView(system.Id, null, heard.Text, null, heard.ProcessingTime.TotalSeconds, heard.Call?.Attempts) : new VendorTestView(system.Id, error.Message);
    }

    private static async Task<VendorTestView> SpeakAsync(VendorCatalog vendors, SystemSummary system, CancellationToken cancellation)
    {
        if (!vendors.Get<ISynthesizer>(system.Id).TryGet(out var synthesizer, out var error)) return new VendorTestView(system.Id, error.Message);
        return (await synthesizer.SynthesizeAsync(new SynthesisRequest("Hello."), cancellation: cancellation)).TryGet(out var spoken, out error)
            ? new VendorTestView(system.Id, null, null, spoken.Clip.Duration.TotalSeconds, spoken.ProcessingTime.TotalSeconds, spoken.Call?.Attempts) : new VendorTestView(system.Id, error.Message);
    }
}
