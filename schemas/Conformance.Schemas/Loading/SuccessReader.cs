namespace Conformance.Schemas.Loading;

/// <summary>Reads what an accepted request gets.</summary>
internal static class SuccessReader
{
    /// <summary>How OpenAPI writes every status from 200 to 299.</summary>
    public const string AnyStatus = "2XX";

    public static SuccessResponse Read(
        string name,
        int status,
        JsonLocation at,
        IReadOnlyCollection<ErrorResponse> errors,
        LoadContext context
    )
    {
        at.OnlyKnows("description", "content", "x-citations", "x-levels", "x-stream", "x-status-convention");
        var isAny = name == AnyStatus;
        var success = EventsReader.IsStreamed(at) ? Streamed(status, at, errors, context) : Single(status, at, context);
        var standing = isAny ? ConventionChecks.AnySuccess : name;
        return success with
        {
            IsAnySuccess = isAny,
            StatusConvention = NeedsReader.Deciding(at, "x-status-convention", standing, context),
        };
    }

    private static SuccessResponse Single(int status, JsonLocation at, LoadContext context)
    {
        if (at.Find("content") is null)
            return Of(status, "", Citations.Of(at, context, ["status"]), []);
        var citations = Citations.Of(at, context, ["status", "contentType"]);
        var (contentType, media) = ResponseReader.OneContent(at);
        var (members, isObject) = MemberReader.Body(media.Child("schema"), isRequest: false, context);
        return Of(status, contentType, citations, members) with { BodyIs = isObject };
    }

    private static SuccessResponse Streamed(
        int status,
        JsonLocation at,
        IReadOnlyCollection<ErrorResponse> errors,
        LoadContext context
    )
    {
        var citations = Citations.Of(at, context, ["status", "contentType", EventsReader.Keyword]);
        var (contentType, framed, schema) = EventsReader.Content(at);
        var (level, source) = (citations.Level(EventsReader.Keyword), citations.Source(EventsReader.Keyword));
        return Of(status, contentType, citations, []) with
        {
            Stream = new(framed, level, source, EventsReader.Read(schema, errors, context)),
        };
    }

    private static SuccessResponse Of(
        int status,
        string contentType,
        Citations citations,
        ImmutableArray<Member> members
    ) =>
        new(
            status,
            citations.Level("status"),
            citations.Source("status"),
            contentType,
            citations.Level(contentType.Length == 0 ? "status" : "contentType"),
            citations.Source(contentType.Length == 0 ? "status" : "contentType"),
            members
        );
}
