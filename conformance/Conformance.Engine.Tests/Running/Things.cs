using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

/// <summary>An API of things that are put under a name, uses of them, and what a target may have to look at both.</summary>
internal static class Things
{
    public const string UseId = "0a1b2c3d-0000-4000-8000-00000000000a";

    public static readonly Member Name = Made.Text("name", Made.Required) with { Role = MemberRole.UniqueName };

    public static readonly Operation Put = Made.Operation(Name) with { Errors = [Made.Invalid, Made.Taken] };

    public static readonly Operation Use = Named(
        "Use",
        "PUT",
        "/things/{thing}/uses",
        OperationRole.Documented,
        Thing
    ) with
    {
        Body = [Made.Text("note", Made.Required)],
        Success = Put.Success with
        {
            Members = [Made.Text("useId", Made.Required) with { Role = MemberRole.Identifier }],
        },
    };

    public static readonly Operation Get = Supporting("GetThing", "GET", "/things/{thing}", Thing);

    public static readonly Operation GetUse = Supporting("GetUse", "GET", "/things/{thing}/uses/{use}", Thing, UseOfIt);

    public static readonly Operation List = Supporting("ListThings", "POST", "/things") with
    {
        Parameters = [Made.Text("most") with { Place = Place.Query }],
        Success = Put.Success with { Members = [Made.Member("things", JsonKind.Array)] },
    };

    public static readonly Operation Search = Supporting("Search", "POST", "/searches");

    public static readonly Operation Update = Supporting("UpdateThing", "PUT", "/things/{thing}", Thing) with
    {
        Success = List.Success,
    };

    public static readonly Operation Delete = Supporting("DeleteThing", "DELETE", "/things/{thing}", Thing);

    public static readonly Api Api = Made.Api(Put, Use, Get, GetUse, List, Search, Update, Delete);

    private static Member Thing =>
        Segment("thing") with
        {
            Role = MemberRole.Reference,
            RefersTo = new Schemas.Reference("Put", "name"),
        };

    private static Member UseOfIt =>
        Segment("use") with
        {
            Role = MemberRole.Reference,
            RefersTo = new Schemas.Reference("Use", "useId"),
        };

    private static Member Segment(string name) => Made.Text(name, Made.Required) with { Place = Place.Path };

    private static Operation Supporting(string id, string method, string path, params Member[] segments) =>
        Named(id, method, path, OperationRole.Supporting, segments);

    private static Operation Named(
        string id,
        string method,
        string path,
        OperationRole role,
        params Member[] segments
    ) => Made.Operation() with { Id = id, Method = method, Path = path, Role = role, Parameters = [.. segments] };

    /// <summary>A target that has all of it.</summary>
    public static ScriptedResponse Response(ScriptedRequest request) =>
        request is { Method: "PUT" } && request.Target.EndsWith("/uses", StringComparison.Ordinal)
            ? new ScriptedResponse(201, $$"""{"useId":"{{UseId}}"}""")
            : ScriptedResponse.Accepted;
}
