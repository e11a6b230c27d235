using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.ListeningTests;
using SpeechScoop.Storage.ListeningTests;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.ListeningTests.Building;

/// <summary>A draft as its owner sends it.</summary>
/// <param name="Definition">A <c>ListeningTestDefinition</c>.</param>
internal sealed record DraftRequest(JsonElement Definition);

/// <summary>The owner's side of listening tests until they are published, and their links.</summary>
internal static class BuildingFeature
{
    public static IServiceCollection AddTestBuilding(this IServiceCollection services)
    {
        services.AddSingleton<SessionCountStore>().AddSingleton<TestReader>().AddSingleton<Drafts>().AddSingleton<Links>().AddSingleton<FileTests>();
        services.AddSingleton<OutputMaterialStore>().AddSingleton<OutputTests>();
        services.AddSingleton<DigitsMaking>().AddSingleton<TestPreparation>();
        services.AddSingleton<PreparationQueue>().AddHostedService(provider => provider.GetRequiredService<PreparationQueue>());
        return services;
    }

    public static void MapTestBuilding(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/listening-tests").WithTags("Listening tests")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("", ListAsync).WithName("ListListeningTests").WithSummary("All listening tests, the newest first, versions of one test together.");
        group.MapPost("", CreateAsync).WithName("CreateListeningTest").WithSummary("Makes a draft of a definition.");
        group.MapPost("/from-files", FromFilesAsync).WithName("CreateListeningTestFromFiles").DisableAntiforgery()
            .WithSummary("Makes a draft of files named condition/item.wav, or named by a table condition,item,file[,reference,transcript]: multipart, or JSON naming uploaded clips.");
        group.MapGet("/outputs", async (OutputTests outputs) => Answer(await outputs.ReadAsync()))
            .WithName("ListTestMaterial").WithSummary("Outputs of runs and of the live bench as items × conditions: what a test can be made of.");
        group.MapPost("/from-outputs", async (FromOutputs request, OutputTests outputs, TestReader reader) => await CreatedAsync(await outputs.CreateAsync(request), reader))
            .WithName("CreateListeningTestFromOutputs").WithSummary("Makes a draft of outputs of runs and of the live bench, with their provenance.");
        group.MapGet("/scales", ReadScales)
            .WithName("ListStandardScales").WithSummary("The standard scales of a design with their words: what other labels start from.");
        group.MapPost("/power", (PowerRequest request) => Answer(PowerPanel.Answer(request)))
            .WithName("ComputeTestPower").WithSummary("How many listeners a difference needs, by the paired t test.");
        group.MapGet("/{id}", async (string id, TestReader reader) => Answer(await reader.ReadAsync(id))).WithName("ReadListeningTest").WithSummary("A test with its problems and its report.");
        group.MapPut("/{id}", SaveAsync).WithName("SaveListeningTest").WithSummary("Replaces a draft's definition; a published test is frozen.");
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteListeningTest").WithSummary("Removes a draft.");
        group.MapPost("/{id}/publish", PublishAsync).WithName("PublishListeningTest").WithSummary("Freezes a draft and opens it to listeners; refused, with the list, while it has problems.");
        group.MapPost("/{id}/close", async (string id, ListeningTestStore tests, TimeProvider time, TestReader reader) => await AnswerAsync(await tests.CloseAsync(id, time.GetUtcNow()), reader))
            .WithName("CloseListeningTest").WithSummary("Takes no rating any more.");
        group.MapPost("/{id}/reopen", async (string id, ListeningTestStore tests, TimeProvider time, TestReader reader) => await AnswerAsync(await tests.ReopenAsync(id, time.GetUtcNow()), reader))
            .WithName("ReopenListeningTest").WithSummary("Takes ratings again.");
        group.MapPost("/{id}/versions", async (string id, ListeningTestStore tests, TimeProvider time, TestReader reader) =>
                await CreatedAsync(await tests.NewVersionAsync(id, Guid.CreateVersion7(time.GetUtcNow()).ToString(), time.GetUtcNow()), reader))
            .WithName("NewListeningTestVersion").WithSummary("Makes a draft that starts from this test.");
        group.MapPreparation();
        group.MapLinks();
    }

    private static void MapPreparation(this RouteGroupBuilder group)
    {
        group.MapPost("/{id}/prepare", PrepareAsync).WithName("PrepareListeningTest").WithSummary("Makes the stimuli comparable, in the background.");
        group.MapGet("/{id}/preparation", (string id, PreparationQueue queue) => TypedResults.Ok(queue.ProgressOf(id)))
            .WithName("ReadPreparation").WithSummary("How far the preparation is.");
        group.MapDelete("/{id}/preparation", (string id, PreparationQueue queue) => TypedResults.Ok(queue.Cancel(id)))
            .WithName("CancelPreparation").WithSummary("Stops the preparation; trials that are done stay prepared.");
    }

    private static void MapLinks(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/links", async (string id, Links links) => Answer(await links.OfTestAsync(id))).WithName("ListListeningLinks").WithSummary("A test's links, the oldest first.");
        group.MapPost("/{id}/links", async Task<Results<Created<LinkView>, ProblemHttpResult>> (string id, NewLink request, Links links) =>
                (await links.CreateAsync(id, request)).TryGet(out var link, out var error) ? TypedResults.Created(link.Path, link) : error.ToProblem())
            .WithName("CreateListeningLink").WithSummary("Makes a link by which listeners come in; on a draft, a preview link.");
        group.MapDelete("/{id}/links/{token}", async (string id, string token, Links links) => Answer(await links.RevokeAsync(id, token)))
            .WithName("RevokeListeningLink").WithSummary("Takes a link back.");
    }

    private static Results<Ok<IReadOnlyList<ScaleDefinition>>, ProblemHttpResult> ReadScales(string design, string? language) =>
        Enum.TryParse<TrialDesign>(design, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? TypedResults.Ok(StandardScales.For(new Trial { Id = "", Item = "", Design = known }, language ?? "en"))
            : new Error.Invalid("unknown-design", $"design is '{design}'. Use one of {string.Join(", ", Enum.GetNames<TrialDesign>()).ToLowerInvariant()}.").ToProblem();

    private static async Task<Results<Ok<IReadOnlyList<TestSummary>>, ProblemHttpResult>> ListAsync(TestReader reader) => Answer(await reader.ListAsync());

    private static async Task<Results<Created<TestView>, ProblemHttpResult>> CreateAsync(DraftRequest request, Drafts drafts, TestReader reader) =>
        Read(request).TryGet(out var definition, out var error) ? await CreatedAsync(await drafts.CreateAsync(definition), reader) : error.ToProblem();

    private static async Task<Results<Created<TestView>, ProblemHttpResult>> FromFilesAsync(HttpRequest request, FileTests files, TestReader reader, CancellationToken cancellation) =>
        await CreatedAsync(await files.CreateAsync(request, cancellation), reader);

    private static async Task<Results<Ok<TestView>, ProblemHttpResult>> SaveAsync(string id, DraftRequest request, Drafts drafts, TestReader reader) =>
        Read(request).TryGet(out var definition, out var error) ? await AnswerAsync(await drafts.SaveAsync(id, definition), reader) : error.ToProblem();

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, ListeningTestStore tests, PreparationQueue queue)
    {
        if ((await tests.DeleteDraftAsync(id)).Error is { } error) return error.ToProblem();
        queue.Cancel(id);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Accepted<PreparationProgress>, ProblemHttpResult>> PrepareAsync(string id, ListeningTestStore tests, PreparationQueue queue)
    {
        if (!(await tests.FindAsync(id)).TryGet(out var test, out var error)) return error.ToProblem();
        if (test.Status is not ListeningTestStatus.Draft)
            return new Error.Conflict("test-published", $"The test \"{test.Title}\" is published and frozen. Make a new version to change it.").ToProblem();
        return TypedResults.Accepted($"/api/listening-tests/{id}/preparation", queue.Start(id));
    }

    private static async Task<Results<Ok<TestView>, ProblemHttpResult>> PublishAsync(string id, Drafts drafts, PreparationQueue queue, TestReader reader)
    {
        if (queue.ProgressOf(id).IsRunning)
            return new Error.Conflict("preparation-running", "The test's audio is being prepared. Wait until that is done, or stop it.").ToProblem();
        var (published, problems) = await drafts.PublishAsync(id);
        if (!published.TryGet(out var test, out var error))
        {
            var problem = error.ToProblemDetails();
            if (problems.Count > 0) problem.Extensions["problems"] = problems;
            return TypedResults.Problem(problem);
        }
        return Answer(await reader.ViewAsync(test));
    }

    private static Result<ListeningTestDefinition> Read(DraftRequest request) => request.Definition.ValueKind is JsonValueKind.Object
        ? DefinitionJson.Read(request.Definition.GetRawText())
        : new Error.Invalid("definition-missing", "The request needs a definition: a JSON object.");

    private static async Task<Results<Created<TestView>, ProblemHttpResult>> CreatedAsync(Result<ListeningTest> made, TestReader reader)
    {
        if (!made.TryGet(out var test, out var error) || !(await reader.ViewAsync(test)).TryGet(out var view, out error)) return error.ToProblem();
        return TypedResults.Created($"/api/listening-tests/{view.Id}", view);
    }

    private static async Task<Results<Ok<TestView>, ProblemHttpResult>> AnswerAsync(Result<ListeningTest> changed, TestReader reader) =>
        changed.TryGet(out var test, out var error) ? Answer(await reader.ViewAsync(test)) : error.ToProblem();

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(Result<T> result) => result.TryGet(out var value, out var error) ? TypedResults.Ok(value) : error.ToProblem();
}
