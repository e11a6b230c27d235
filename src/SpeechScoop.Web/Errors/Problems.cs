namespace SpeechScoop.Web.Errors;

/// <summary>What a client reads of a request that failed before, or outside, the code that returns an <see cref="Error"/>.</summary>
internal static class Problems
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(problems => problems.CustomizeProblemDetails = Describe)
        // A request that cannot be read is the client's mistake in every environment, not an exception of ours.
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);

    private static void Describe(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem is { Status: StatusCodes.Status400BadRequest, Detail: null })
        {
            problem.Detail = "The request could not be read: its JSON or one of its parameters has the wrong form. /scalar describes what is expected.";
            problem.Extensions.TryAdd("code", "bad-request");
        }
        else if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            problem.Title = "The server failed on this request.";
            problem.Detail ??= "This is a bug or a broken machine; the server's log has the details under this trace id.";
            problem.Extensions["code"] = "internal-error";
        }
    }
}
