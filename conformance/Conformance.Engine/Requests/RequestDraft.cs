using System.Text;
using Conformance.Engine.Http;
using Conformance.Generators;
using Conformance.Generators.Dimensions;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>A request to an operation that is still being put together: every change gives a new one.</summary>
/// <param name="Operation">The operation it calls.</param>
/// <param name="Segments">Path members by name, already percent-encoded.</param>
/// <param name="Body">The body as a tree; null for an operation without one.</param>
public sealed record RequestDraft(Operation Operation, ImmutableDictionary<string, string> Segments, JsonValue? Body)
{
    private const string JsonContentType = "application/json";

    /// <summary>A body that no tree can say; it takes the place of <see cref="Body"/>.</summary>
    public BrokenBody? Broken { get; init; }

    /// <summary>Query string without the question mark, beside <see cref="QueryValues"/>.</summary>
    public string? Query { get; init; }

    /// <summary>Members of the query by name, already percent-encoded.</summary>
    public ImmutableSortedDictionary<string, string> QueryValues { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether its target is so odd that a web server may reject it before the API's code runs.</summary>
    public bool MayStopBeforeTheApi { get; init; }

    /// <summary>Whether the signature or other credentials are left out on purpose.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>Whether the configuration says that it fails: a server error may be its right response.</summary>
    public bool IsMeantToFail { get; init; }

    /// <summary>Whether something is wrong with it on purpose: a response that accepts it all the same is judged for that alone.</summary>
    public bool IsViolation { get; init; }

    /// <summary>Whether it asks for nothing odd, so that a response that accepts it has to be all that the documents say.</summary>
    internal bool IsOrdinary => !IsViolation && !IsMeantToFail;

    /// <summary>Whether it is sent at once with others, so that a server error shows how the target bears that.</summary>
    public bool IsAtOnceWithOthers { get; init; }

    /// <summary>How it stands on the connection.</summary>
    public Framing Framing { get; init; }

    /// <summary>How its body is written.</summary>
    public JsonSpelling Spelling { get; init; }

    /// <summary>The values of dimensions that it was drawn with; null for an ordinary request.</summary>
    public Combination? Combination { get; init; }

    /// <summary>Identifiers that the target made: the digest of requests leaves them out.</summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>Header lines beside those that every request has.</summary>
    public ImmutableArray<Header> Headers { get; init; } = [];

    /// <summary>The body as it travels: its members under the names that the target's conventions give them.</summary>
    public JsonValue? WireBody =>
        Body is JsonObject { Properties: var properties }
            ? new JsonObject([.. properties.Select(p => p with { Name = Operation.WireNameOf(p.Name) })])
            : Body;

    /// <summary>The same request with this member set to this value.</summary>
    public RequestDraft With(Member member, JsonValue value) =>
        member.Place switch
        {
            Place.Path => WithSegment(member.Name, Octets.Encoded(TextOf(value))).Flagged(),
            Place.Query => this with { QueryValues = QueryValues.SetItem(member.Name, Octets.Encoded(TextOf(value))) },
            _ => this with { Body = (Body ?? JsonValue.Parse("{}")).With(member.Path, value) },
        };

    /// <summary>The same request with a body of so many bytes at least: white space stands before its last brace.</summary>
    internal RequestDraft Padded(int bytes)
    {
        var json = WireBody?.ToUtf8() ?? [];
        if (json is not [.. var inside, (byte)'}'])
            return this;
        byte[] padded = [.. inside, .. Enumerable.Repeat((byte)' ', Math.Max(0, bytes - json.Length)), (byte)'}'];
        return this with
        {
            Broken = new BrokenBody(padded, JsonContentType, "padded", "white space in it", BodyViolation.Large, false),
        };
    }

    /// <summary>The same request, marked where its path holds encoded octets.</summary>
    internal RequestDraft Flagged() =>
        this with
        {
            MayStopBeforeTheApi = Segments.Values.Any(octets => octets.Contains('%', StringComparison.Ordinal)),
        };

    /// <summary>The same request with a segment of its path spelled exactly so.</summary>
    public RequestDraft WithSegment(string name, string octets) =>
        this with
        {
            Segments = Segments.SetItem(name, octets),
        };

    /// <summary>The same request without this member; a path member becomes an empty segment.</summary>
    public RequestDraft Without(Member member) =>
        member.Place switch
        {
            Place.Path => WithSegment(member.Name, ""),
            Place.Query => this with { QueryValues = QueryValues.Remove(member.Name) },
            _ => this with { Body = Body?.Without(member.Path) },
        };

    /// <summary>What the request says for this member, or null where it says nothing.</summary>
    public JsonValue? At(Member member) =>
        member.Place switch
        {
            Place.Path => new JsonText(Uri.UnescapeDataString(Segments[member.Name])),
            Place.Query => QueryValues.TryGetValue(member.Name, out var octets)
                ? new JsonText(Uri.UnescapeDataString(octets))
                : null,
            _ => Body?.At(member.Path),
        };

    /// <summary>The text of a member that holds a string, or null.</summary>
    public string? TextAt(Member? member) => member is not null && At(member) is JsonText text ? text.Value : null;

    /// <summary>The request as it goes over the wire.</summary>
    public WireRequest ToWire()
    {
        var target = Target();
        if (Broken is { } broken)
            return new WireRequest(Operation.Method, target, Headers, broken.Bytes)
            {
                ContentType = broken.ContentType,
                NeedsRawSocket = broken.NeedsRawSocket,
                Framing = Framing,
                IsUnsigned = IsUnsigned,
                ExpectsStream = ExpectsStream,
            };
        return new WireRequest(
            Operation.Method,
            target,
            Headers,
            WireBody is { } body ? JsonSpellings.Write(body, Spelling) : (ReadOnlyMemory<byte>?)null
        )
        {
            ContentType = Body is null ? null : JsonContentType,
            Framing = Framing,
            IsUnsigned = IsUnsigned,
            ExpectsStream = ExpectsStream,
            MayBeThrottledForGood = IsMeantToFail,
            MayFault = IsMeantToFail,
            IsAtOnceWithOthers = IsAtOnceWithOthers,
        };
    }

    private bool ExpectsStream => Operation.Success.Stream is not null;

    private string Target()
    {
        var path = new StringBuilder(Operation.Path);
        foreach (var (name, octets) in Segments)
            path.Replace("{" + name + "}", octets);
        var query = string.Join(
            '&',
            QueryValues
                .Select(value => $"{Octets.Encoded(value.Key)}={value.Value}")
                .Concat(Query is null ? [] : [Query])
        );
        return query.Length == 0 ? path.ToString() : path.Append('?').Append(query).ToString();
    }

    internal static string TextOf(JsonValue value) => value is JsonText text ? text.Value : value.ToJson();
}
