using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>The API of a library: shelves that clients name, and loans from them that the service names.</summary>
internal static class Library
{
    private static readonly Pattern Plain = Made.Matching("[a-zA-Z0-9_-]{1,40}");

    private static readonly Member Title = Made.Text("title", Made.Required, Made.Min(1), Made.Max(40), Plain) with
    {
        Role = MemberRole.UniqueName,
    };

    private static readonly Member Note = Made.Text("note", Made.Optional, Made.Min(1), Made.Max(4000));

    private static readonly Member Row = Made.Text("place.row", Made.Optional, Made.Min(1), Made.Max(100));

    private static readonly Member Place = Made.Member("place", JsonKind.Object, Made.Optional) with
    {
        Members = [Made.Text("place.room", Made.Required, Made.Min(3)) with { IsLookedUp = true }, Row],
    };

    private static readonly Member Ticket = Made.Text(
        "ticket",
        Made.Optional,
        Made.Min(33),
        Made.Max(256),
        Made.Matching("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}")
    ) with
    {
        Role = MemberRole.IdempotencyToken,
    };

    private static readonly Member Reader = Made.Member("reader", JsonKind.Object, Made.Required) with
    {
        Members = [Made.Member("reader.age", JsonKind.Integer, Made.Required), Made.Text("reader.card", Made.Optional)],
    };

    private static readonly Member Shelf = Segment("shelf", "PutShelf", "title", Made.Max(40), Plain);

    private static readonly Member LoanId = Made.Text("loanId", Made.Required) with { Role = MemberRole.Identifier };

    public static readonly Operation PutShelf = Made.Operation(Title, Note, Place, Ticket) with
    {
        Id = "PutShelf",
        Path = "/shelves",
        Errors = [Made.Invalid, Made.Taken],
    };

    public static readonly Operation Lend = Made.Operation(
        Made.Text("book", Made.Required, Made.Min(1), Made.Max(100)) with
        {
            IsLookedUp = true,
            Example = "the-usual-book",
        },
        Reader,
        Ticket,
        Made.Text("desk", Made.Optional, Made.Min(1)) with
        {
            IsLookedUp = true,
        }
    ) with
    {
        Id = "Lend",
        Path = "/shelves/{shelf}/loans",
        Parameters = [Shelf],
        Errors = [Made.Invalid, Made.Missing, Made.Taken],
        Success = PutShelf.Success with { Members = [LoanId, Made.Text("status", Made.Required)] },
    };

    public static readonly Operation ShowShelf = Supporting(
        "ShowShelf",
        "GET",
        "/shelves/{shelf}",
        [Title, Note, Place, Locator],
        Shelf
    );

    public static readonly Operation ShowLoan = Supporting(
        "ShowLoan",
        "GET",
        "/shelves/{shelf}/loans/{loan}",
        [LoanId, Made.Text("status"), Locator],
        Shelf,
        Segment("loan", "Lend", "loanId")
    );

    public static readonly Operation FinishLoan = Supporting(
        "FinishLoan",
        "PUT",
        "/shelves/{shelf}/loans/{loan}",
        [],
        Shelf,
        Segment("loan", "Lend", "loanId")
    ) with
    {
        Body = [Made.Text("status", Made.Required) with { Ends = ["RETURNED", "LOST"] }],
    };

    public static readonly Operation ListShelves = Supporting("ListShelves", "POST", "/shelves", [Items("shelves")]);

    public static readonly Operation ListLoans = Supporting(
        "ListLoans",
        "GET",
        "/shelves/{shelf}/loans",
        [Items("loans"), Made.Text("next")],
        Shelf,
        InQuery(Made.Member("most", JsonKind.Integer, new Maximum(50, Level.Should, Made.At(7)))),
        InQuery(Made.Text("next"))
    );

    public static readonly Operation RemoveShelf = Supporting("RemoveShelf", "DELETE", "/shelves/{shelf}", [], Shelf);

    public static readonly Operation ReturnLoan = Supporting(
        "ReturnLoan",
        "DELETE",
        "/shelves/{shelf}/loans/{loan}",
        [],
        Shelf,
        Segment("loan", "Lend", "loanId")
    );

    public static readonly Api Api = Made.Api(
        PutShelf,
        Lend,
        ShowShelf,
        ShowLoan,
        FinishLoan,
        ListShelves,
        ListLoans,
        RemoveShelf,
        ReturnLoan
    );

    private static Member Locator => Made.Text("address") with { Role = MemberRole.Locator };

    private static Member Items(string name) => Made.Member(name, JsonKind.Array, Made.Required);

    private static Member InQuery(Member member) => member with { Place = Schemas.Place.Query };

    private static Member Segment(
        string name,
        string operation,
        string member,
        params ImmutableArray<Constraint> constraints
    ) =>
        Made.Text(name, [Made.Required, .. constraints]) with
        {
            Place = Schemas.Place.Path,
            Role = MemberRole.Reference,
            RefersTo = new Schemas.Reference(operation, member),
        };

    private static Operation Supporting(
        string id,
        string method,
        string path,
        ImmutableArray<Member> shown,
        params ImmutableArray<Member> parameters
    ) =>
        Made.Operation() with
        {
            Id = id,
            Method = method,
            Path = path,
            Role = OperationRole.Supporting,
            Parameters = parameters,
            Errors = [Made.Missing],
            Success = PutShelf.Success with { Members = shown },
        };
}
