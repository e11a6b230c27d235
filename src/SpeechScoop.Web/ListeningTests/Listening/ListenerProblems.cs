using Microsoft.AspNetCore.Http.HttpResults;
using SpeechScoop.Web.Errors;

namespace SpeechScoop.Web.ListeningTests.Listening;

internal static class ListenerProblems
{
    /// <summary>The status of a failure; a link that worked once is gone rather than not found.</summary>
    public static int ListenerStatus(this Error error) => error.Code == "link-expired" ? StatusCodes.Status410Gone : error.Status();

    /// <summary>The failure as an HTTP result.</summary>
    public static ProblemHttpResult ToListenerProblem(this Error error)
    {
        var problem = error.ToProblemDetails();
        problem.Status = error.ListenerStatus();
        return TypedResults.Problem(problem);
    }
}
