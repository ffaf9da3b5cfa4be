using System.Text;
using Conformance.Reference.Http;
using static Conformance.Reference.Mutants.NovaAct.ErrorMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Errors are written in a form that is none of the protocol's.</summary>
internal static class ErrorBodies
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesErrors(
            "ReturnsErrorsAsHtml",
            "returns errors as HTML",
            a => As(a, "text/html", "<html><body>Bad Request</body></html>"),
            "*/error/ValidationException/content-type",
            "*/error/ValidationException/message/required"
        ),
        ChangesErrors(
            "ReturnsErrorsAsText",
            "returns errors as text/plain",
            a => a.WithHeader("Content-Type", "text/plain; charset=utf-8"),
            "*/error/ValidationException/content-type",
            "*/error/ConflictException/content-type",
            "*/error/ResourceNotFoundException/content-type"
        ),
        ChangesErrors(
            "ReturnsErrorsAsProblemJson",
            "returns errors as problem details",
            a =>
                As(
                    a,
                    "application/problem+json",
                    $$"""{"title":"One or more errors occurred.","status":{{a.Status}}}"""
                ),
            "*/error/ValidationException/content-type",
            "*/error/ValidationException/message/required"
        ),
        ChangesErrors(
            "ReturnsErrorsWithoutContentType",
            "returns errors without content type",
            a => a.WithoutHeader("Content-Type"),
            "*/error/*/content-type"
        ),
        ChangesErrors(
            "ReturnsErrorsWithNothing",
            "returns errors with nothing",
            a => a with { Body = default },
            "*/error/*/message/required"
        ),
        ChangesErrors(
            "ReturnsErrorsWithBareText",
            "returns errors with a bare JSON string",
            a => As(a, "application/json", "\"Bad Request\""),
            "*/error/ValidationException/message/required"
        ),
        ReturnsAsHtml("ReturnsNotFoundAsHtml", 404, "ResourceNotFoundException"),
        ReturnsAsHtml("ReturnsConflictAsHtml", 409, "ConflictException"),
        ChangesErrors(
            "WrapsErrors",
            "wraps errors into a member error",
            a => As(a, "application/json", $$"""{"error":{{Encoding.UTF8.GetString(a.Body.Span)}}}"""),
            "*/error/ValidationException/message/required"
        ),
    ];

    private static Response As(Response response, string contentType, string body) =>
        response.WithHeader("Content-Type", contentType) with
        {
            Body = Encoding.UTF8.GetBytes(body),
        };

    /// <summary>One error alone is written as a page, as where a server in front responds.</summary>
    private static Mutant ReturnsAsHtml(string name, int status, string error) =>
        ChangesErrors(
                name,
                $"returns {status} as HTML",
                a => a.Status == status ? As(a, "text/html; charset=utf-8", "<!DOCTYPE html><title>Error</title>") : a,
                $"*/error/{error}/content-type",
                $"*/error/{error}/message/required"
            )
            .AlsoBreaking($"*/error/{error}/*");
}
