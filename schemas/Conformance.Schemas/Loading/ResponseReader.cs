using System.Globalization;
using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>Reads what an operation returns.</summary>
internal static class ResponseReader
{
    public static (SuccessResponse Success, ImmutableArray<ErrorResponse> Errors) Read(
        JsonLocation all,
        LoadContext context
    )
    {
        (string Name, JsonLocation At)? accepted = null;
        var errors = ImmutableArray.CreateBuilder<ErrorResponse>();
        foreach (var (name, unresolved) in all.Members())
        {
            var at = unresolved.Resolved();
            var status = Status(name, unresolved);
            if (status >= 400)
                errors.AddRange(Errors(status, at, context));
            else if (accepted is null)
                accepted = (name, at);
            else
                throw unresolved.Refuse(
                    "one success status",
                    $"{name} beside {accepted.Value.Name}",
                    "keep one of the two"
                );
        }
        RefuseDuplicates(all, errors);
        return accepted is not var (success, spot)
            ? throw all.Refuse("a success status", "errors only", "add what an accepted request gets")
            : (SuccessReader.Read(success, Status(success, spot), spot, errors, context), errors.ToImmutable());
    }

    private static int Status(string name, JsonLocation at) =>
        name == SuccessReader.AnyStatus ? 200
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        && status is (>= 200 and < 300) or (>= 400 and < 600)
            ? status
        : throw at.Refuse("2XX, or a status from 200 to 299 or from 400 to 599", $"\"{name}\"", "correct the status");

    /// <summary>The one media type of a body.</summary>
    public static (string ContentType, JsonLocation Media) OneContent(JsonLocation at)
    {
        var content = at.Child("content");
        var all = content.Members().ToList();
        if (all is not [var (name, media)])
            throw content.Refuse("one media type", $"{all.Count}", "keep the one that the document gives");
        media.OnlyKnows("schema");
        return (name, media);
    }

    private static IEnumerable<ErrorResponse> Errors(int status, JsonLocation at, LoadContext context)
    {
        at.OnlyKnows("description", "headers", "content", "x-errors");
        var headers = Headers(at, context);
        var list = at.Child("x-errors");
        if (list.Value.ValueKind == JsonValueKind.Array && list.Value.GetArrayLength() == 0)
            throw list.Refuse("one error or more", "none", "name the errors with this status");
        return list.Items().Select(error => Error(status, error, headers, context));
    }

    private static ErrorResponse Error(int status, JsonLocation at, ImmutableArray<Member> headers, LoadContext context)
    {
        at.OnlyKnows("name", "cause", "citation", "level", "schema");
        var citation = context.Citations.Read(at.Child("citation"));
        var level = at.Find("level") is { } said
            ? CitationBook.ReadLevel(said, citation)
            : CitationBook.LevelOf(citation);
        var (members, isObject) = at.Find("schema") is { } schema
            ? MemberReader.Body(schema.Target(), isRequest: false, context)
            : ([], (TypeIs?)null);
        var cause = Cause(at.Child("cause"));
        return new(at.Child("name").Text(), status, cause, level, citation, members)
        {
            BodyIs = isObject,
            Headers = headers,
        };
    }

    private static ErrorCause Cause(JsonLocation at) =>
        at.Word(
            ("invalidInput", ErrorCause.InvalidInput),
            ("notFound", ErrorCause.NotFound),
            ("conflict", ErrorCause.Conflict),
            ("accessDenied", ErrorCause.AccessDenied),
            ("throttled", ErrorCause.Throttled),
            ("quotaExceeded", ErrorCause.QuotaExceeded),
            ("internal", ErrorCause.Internal),
            ("other", ErrorCause.Other)
        );

    private static ImmutableArray<Member> Headers(JsonLocation at, LoadContext context) =>
        [.. at.Find("headers")?.Members().Select(header => Header(header.Name, header.At, context)) ?? []];

    private static Member Header(string name, JsonLocation at, LoadContext context)
    {
        at.OnlyKnows("description", "required", "schema");
        var presence =
            at.Find("required")?.Value.ValueKind == JsonValueKind.True ? Presence.Required : Presence.Optional;
        return MemberReader.Single(at.Child("schema"), new(name, name, Place.Header, presence, false), context);
    }

    private static void RefuseDuplicates(JsonLocation all, IEnumerable<ErrorResponse> errors)
    {
        foreach (var duplicates in errors.GroupBy(e => e.Name, StringComparer.Ordinal))
            if (duplicates.Count() > 1)
                throw all.Refuse(
                    "each error once",
                    $"\"{duplicates.Key}\" {duplicates.Count()} times",
                    "remove the others"
                );
    }
}
