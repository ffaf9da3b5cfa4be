namespace Conformance.Schemas;

/// <summary>One documented way to call the API.</summary>
/// <param name="Api">Short name of the API: <c>nova-act</c>.</param>
/// <param name="Id">The document's name for it: <c>CreateWorkflowRun</c>.</param>
/// <param name="Method">HTTP method, in capitals.</param>
/// <param name="Path">Path with the members of <see cref="Place.Path"/> in braces.</param>
/// <param name="Role">Whether it is tested, or only used to observe and to clean up.</param>
/// <param name="Source">Where the operation itself is described.</param>
/// <param name="Parameters">Members outside the body.</param>
/// <param name="Body">Members at the top of the request body.</param>
/// <param name="Success">What an accepted request gets.</param>
/// <param name="Errors">The documented errors.</param>
public sealed record Operation(
    string Api,
    string Id,
    string Method,
    string Path,
    OperationRole Role,
    Citation Source,
    ImmutableArray<Member> Parameters,
    ImmutableArray<Member> Body,
    SuccessResponse Success,
    ImmutableArray<ErrorResponse> Errors
)
{
    /// <summary>That the body is a JSON object, with its source; null where there is no body.</summary>
    public TypeIs? BodyIs { get; init; }

    /// <summary>Where it is stated that there is a body; null where there is none, or where it may be left out.</summary>
    public Citation? BodyRequiredSource { get; init; }

    /// <summary>Where the body's media type is stated; null where there is no body.</summary>
    public Citation? BodyContentTypeSource { get; init; }

    /// <summary>The first string in the body that has a pattern and is not looked up; null where there is none.</summary>
    public Member? PatternedText =>
        Body.SelectMany(m => m.SelfAndBelow()).FirstOrDefault(m => m.Find<Pattern>() is not null && !m.IsLookedUp);

    /// <summary>Where the name of an error stands in its protocol; null where a response shows its status alone.</summary>
    public ErrorNamePlace? ErrorName { get; init; }

    /// <summary>The convention that decides the path; null where a document gives it.</summary>
    public string? PathConvention { get; init; }

    /// <summary>Members at the top of the body of which exactly one is given, the usual one first; empty where there are none.</summary>
    public ImmutableArray<string> ExactlyOneOf { get; init; } = [];

    /// <summary>Whether the operation takes a JSON body at all.</summary>
    public bool HasBody => Body.Length > 0;

    /// <summary>Every member of the request, parents first.</summary>
    public IEnumerable<Member> RequestMembers() => Parameters.Concat(Body).SelectMany(m => m.SelfAndBelow());

    /// <summary>The request's member that plays this part, or null.</summary>
    public Member? Playing(MemberRole role) => RequestMembers().FirstOrDefault(m => m.Role == role);

    /// <summary>The error for this kind of mistake, or null where no document names one.</summary>
    public ErrorResponse? ErrorFor(ErrorCause cause) => Errors.FirstOrDefault(e => e.Cause == cause);
}

/// <summary>Whether the kit tests an operation or only uses it.</summary>
public enum OperationRole
{
    /// <summary>A document describes it: every requirement is tested.</summary>
    Documented,

    /// <summary>Optional for a target: used to observe state and to clean up.</summary>
    Supporting,
}

/// <summary>What an accepted request gets.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="StatusLevel">Level of that status.</param>
/// <param name="StatusSource">Where that status is stated.</param>
/// <param name="ContentType">Media type of the body; empty where no body is described.</param>
/// <param name="ContentTypeLevel">Level of that media type.</param>
/// <param name="ContentTypeSource">Where that media type is stated.</param>
/// <param name="Members">Members at the top of the body.</param>
public sealed record SuccessResponse(
    int Status,
    Level StatusLevel,
    Citation StatusSource,
    string ContentType,
    Level ContentTypeLevel,
    Citation ContentTypeSource,
    ImmutableArray<Member> Members
)
{
    /// <summary>That the body is a JSON object, with its source; null where it is a stream of events.</summary>
    public TypeIs? BodyIs { get; init; }

    /// <summary>The events of a streamed response, which then has no <see cref="Members"/> of its own; null for a single object.</summary>
    public EventStream? Stream { get; init; }

    /// <summary>Whether the response has a body that is described.</summary>
    public bool HasBody => ContentType.Length > 0;

    /// <summary>The convention that decides the status; null where a document or a companion gives it.</summary>
    public string? StatusConvention { get; init; }

    /// <summary>Whether every status from 200 to 299 is right; <see cref="Status"/> is then 200.</summary>
    public bool IsAnySuccess { get; init; }
}

/// <summary>One documented error.</summary>
/// <param name="Name">Its name: <c>ValidationException</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Cause">What provokes it.</param>
/// <param name="Level">Level of the pair of name and status.</param>
/// <param name="Source">Where that status is stated.</param>
/// <param name="Members">Members of its body.</param>
public sealed record ErrorResponse(
    string Name,
    int Status,
    ErrorCause Cause,
    Level Level,
    Citation Source,
    ImmutableArray<Member> Members
)
{
    /// <summary>That the body is a JSON object, with its source; null where no body is described.</summary>
    public TypeIs? BodyIs { get; init; }

    /// <summary>What travels in header fields; each member's name is the field's name, such as <c>Retry-After</c>.</summary>
    public ImmutableArray<Member> Headers { get; init; } = [];
}

/// <summary>The kinds of mistake that have a documented error.</summary>
public enum ErrorCause
{
    InvalidInput,
    NotFound,
    Conflict,
    AccessDenied,
    Throttled,
    QuotaExceeded,
    Internal,
    Other,
}
