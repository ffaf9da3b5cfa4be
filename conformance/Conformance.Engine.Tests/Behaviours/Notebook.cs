using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Small APIs of other shapes than the library: things that live in nothing, with what a schema may say of them or not.</summary>
internal static class Notebook
{
    /// <summary>Pets whose names are all that is known of them, and short.</summary>
    public static readonly Api Pets = OfPets(Made.Matching("[a-z]{1,10}"));

    /// <summary>Notes that the service gives identifiers of no documented form.</summary>
    public static readonly Api Notes = OfNotes(Made.Text("text", Made.Required, Made.Min(1), Made.Max(60)));

    /// <summary>Pets with names of this pattern.</summary>
    public static Api OfPets(Pattern pattern)
    {
        var name = Made.Text("name", Made.Required, pattern) with { Role = MemberRole.UniqueName };
        var add = Made.Operation(name) with
        {
            Id = "AddPet",
            Method = "POST",
            Path = "/pets",
            Errors = [Made.Invalid, Made.Taken],
        };
        return Made.Api(
            add,
            About("ShowPet", "GET", "/pets/{pet}", Named("pet", "AddPet", "name", pattern)) with
            {
                Role = OperationRole.Documented,
                Success = add.Success with { Members = [name] },
            },
            About("DropPet", "DELETE", "/pets/{pet}", Named("pet", "AddPet", "name", pattern))
        );
    }

    /// <summary>Notes with these members beside their token.</summary>
    public static Api OfNotes(params ImmutableArray<Member> members) =>
        NotesUnder(Token(Made.Min(8), Made.Max(8), Made.Matching("[0-9a-f]{8}")), members);

    /// <summary>Notes with this token and these members.</summary>
    public static Api NotesUnder(Member token, params ImmutableArray<Member> members)
    {
        var id = Made.Text("id", Made.Required) with { Role = MemberRole.Identifier };
        var write = Made.Operation([.. members, token]) with
        {
            Id = "Write",
            Method = "POST",
            Path = "/notes",
            Errors = [Made.Invalid, Made.Taken],
        };
        return Made.Api(
            write with
            {
                Success = write.Success with { Members = [id] },
            },
            About("Read", "GET", "/notes/{note}", Named("note", "Write", "id")) with
            {
                Success = write.Success with { Members = [Made.Text("id", Made.Required), .. members] },
            },
            About("Erase", "DELETE", "/notes/{note}", Named("note", "Write", "id"))
        );
    }

    /// <summary>A token with these constraints.</summary>
    public static Member Token(params ImmutableArray<Constraint> constraints) =>
        Made.Text("token", [Made.Optional, .. constraints]) with
        {
            Role = MemberRole.IdempotencyToken,
        };

    private static Member Named(
        string name,
        string operation,
        string member,
        params ImmutableArray<Constraint> constraints
    ) =>
        Made.Text(name, [Made.Required, .. constraints]) with
        {
            Place = Place.Path,
            Role = MemberRole.Reference,
            RefersTo = new Schemas.Reference(operation, member),
        };

    private static Operation About(string id, string method, string path, Member key) =>
        Made.Operation() with
        {
            Id = id,
            Method = method,
            Path = path,
            Role = OperationRole.Supporting,
            Parameters = [key],
            Errors = [Made.Missing],
        };
}
