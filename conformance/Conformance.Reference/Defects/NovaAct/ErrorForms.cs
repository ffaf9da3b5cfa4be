using System.Collections.Immutable;
using System.Text;

namespace Conformance.Reference.Defects.NovaAct;

internal sealed class AnswersErrorsAsHtml()
    : ChangesErrors(
        "answers errors as HTML",
        a => As(a, "text/html", "<html><body>Bad Request</body></html>"u8.ToArray()),
        "*/error/ValidationException/content-type",
        "*/error/ValidationException/message/required"
    );

internal sealed class AnswersErrorsAsText()
    : ChangesErrors(
        "answers errors as text/plain",
        a => a.WithHeader("Content-Type", "text/plain; charset=utf-8"),
        "*/error/ValidationException/content-type",
        "*/error/ConflictException/content-type",
        "*/error/ResourceNotFoundException/content-type"
    );

internal sealed class AnswersErrorsAsProblemJson()
    : ChangesErrors(
        "answers errors as problem details",
        a =>
            As(
                a,
                "application/problem+json",
                Encoding.UTF8.GetBytes($$"""{"title":"One or more errors occurred.","status":{{a.Status}}}""")
            ),
        "*/error/ValidationException/content-type",
        "*/error/ValidationException/message/required"
    );

internal sealed class AnswersErrorsWithoutContentType()
    : ChangesErrors(
        "answers errors without content type",
        a => a.WithoutHeader("Content-Type"),
        "*/error/*/content-type"
    );

internal sealed class AnswersErrorsWithNothing()
    : ChangesErrors("answers errors with nothing", a => a with { Body = default }, "*/error/*/message/required");

internal sealed class AnswersErrorsWithBareText()
    : ChangesErrors(
        "answers errors with a bare JSON string",
        a => As(a, "application/json", "\"Bad Request\""u8.ToArray()),
        "*/error/ValidationException/message/required"
    );

internal sealed class WrapsErrors()
    : ChangesErrors(
        "wraps errors into a member error",
        a =>
            As(
                a,
                "application/json",
                Encoding.UTF8.GetBytes($$"""{"error":{{Encoding.UTF8.GetString(a.Body.Span)}}}""")
            ),
        "*/error/ValidationException/message/required"
    );

/// <summary>One error alone is written as a page, as where a server in front answers it.</summary>
internal abstract class AnswersAsHtml(int status, string error)
    : ChangesErrors(
        $"answers {status} as HTML",
        a =>
            a.Status == status
                ? As(a, "text/html; charset=utf-8", "<!DOCTYPE html><title>Error</title>"u8.ToArray())
                : a,
        $"*/error/{error}/content-type",
        $"*/error/{error}/message/required"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => [$"*/error/{error}/*"];
}

internal sealed class AnswersNotFoundAsHtml() : AnswersAsHtml(404, "ResourceNotFoundException");

internal sealed class AnswersConflictAsHtml() : AnswersAsHtml(409, "ConflictException");
