using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SpeechScoop.Web.Errors;

/// <summary>The one place where expected failures become HTTP answers.</summary>
internal static class ErrorResults
{
    /// <summary>The status of a failure.</summary>
    public static int Status(this Error error) => error switch
    {
        Error.Invalid => StatusCodes.Status400BadRequest,
        Error.NotFound => StatusCodes.Status404NotFound,
        Error.Conflict => StatusCodes.Status409Conflict,
        Error.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The failure as problem details (RFC 9457), with its code as an extension.</summary>
    public static ProblemDetails ToProblemDetails(this Error error) => new()
    {
        Type = $"urn:speechscoop:error:{error.Code}",
        Title = error switch
        {
            Error.Invalid => "The input is wrong.",
            Error.NotFound => "Not found.",
            Error.Conflict => "Not possible in the present state.",
            _ => "Not available now.",
        },
        Status = error.Status(),
        Detail = error.Message,
        Extensions = { ["code"] = error.Code },
    };

    /// <summary>The failure as an HTTP result.</summary>
    public static ProblemHttpResult ToProblem(this Error error) => TypedResults.Problem(error.ToProblemDetails());

    /// <summary>Writes the failure as a whole response; for middleware.</summary>
    public static async Task WriteProblemAsync(this HttpResponse response, int status, Error error)
    {
        var problem = error.ToProblemDetails();
        problem.Status = response.StatusCode = status;
        await response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }
}
