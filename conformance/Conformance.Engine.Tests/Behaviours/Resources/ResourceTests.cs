using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours.Resources;

/// <summary>What an operation creates, and the operations that look at it, are found by shape and reference.</summary>
public sealed class ResourceTests
{
    private static readonly Resource Shelf = new(Library.Api, Library.PutShelf);
    private static readonly Resource Loan = new(Library.Api, Library.Lend);

    [Fact]
    public void OperationsOfANamedResourceAreFound()
    {
        Assert.Equal(("title", null, "ticket"), (Shelf.Name?.Name, Shelf.Identifier?.Name, Shelf.Token?.Name));
        Assert.Null(Shelf.Parent);
        Assert.Equal(
            ("ShowShelf", "RemoveShelf", "ListShelves"),
            (Shelf.Reads?.Id, Shelf.Deletes?.Id, Shelf.Lists?.Id)
        );
        Assert.Equal(["Lend"], Shelf.Inside.Select(o => o.Id));
    }

    [Fact]
    public void OperationsOfAnIdentifiedResourceInsideAnotherAreFound()
    {
        Assert.Equal((null, "loanId", "shelf"), (Loan.Name?.Name, Loan.Identifier?.Name, Loan.Parent?.Name));
        Assert.Equal(("ShowLoan", "ReturnLoan", "ListLoans"), (Loan.Reads?.Id, Loan.Deletes?.Id, Loan.Lists?.Id));
        Assert.Empty(Loan.Inside);
    }

    [Theory]
    [InlineData("PutShelf", "PutShelf")]
    [InlineData("ShowShelf", "PutShelf")]
    [InlineData("RemoveShelf", "PutShelf")]
    [InlineData("ReturnLoan", "Lend")]
    [InlineData("ListLoans", null)]
    [InlineData("ListShelves", null)]
    public void AnOperationLeadsToItsResource(string operation, string? creation) =>
        Assert.Equal(creation, Resource.Of(Library.Api, Library.Api.Operation(operation))?.Creation.Id);

    [Fact]
    public void ACollectionInsideAResourceIsNoReadOfIt()
    {
        var api = Library.Api with { Operations = Library.Api.Operations.RemoveAll(o => o.Id is "ShowShelf") };
        Assert.Null(new Resource(api, Library.PutShelf).Reads);
    }

    [Fact]
    public void TheCollectionOfANameInThePathIsThePathWithoutIt()
    {
        var name = Made.Text("name", Made.Required) with { Place = Place.Path, Role = MemberRole.UniqueName };
        var put = Made.Operation() with { Path = "/things/{name}", Parameters = [name] };
        var list = Made.Operation() with
        {
            Id = "List",
            Method = "GET",
            Path = "/things",
            Success = put.Success with { Members = [Made.Member("things", JsonKind.Array)] },
        };
        Assert.Equal("List", new Resource(Made.Api(put, list), put).Lists?.Id);
    }

    [Fact]
    public void SegmentsAreTheSameByWhatTheyReferToAndNotByTheirNames()
    {
        var lend = Library.Lend;
        var renamed = Library.ShowLoan.Parameters[0] with { Name = "from", Path = "from" };
        var show = Library.ShowLoan with
        {
            Path = "/shelves/{from}/loans/{loan}",
            Parameters = [renamed, Library.ShowLoan.Parameters[1]],
        };
        using var target = new ScriptedLibrary().Target();
        var test = ScriptedTarget.Bench(target.Session(Library.Api, ("shelf", "\"S\"")), lend);
        var request = new Resource(Library.Api, lend).Named(show, test.Valid(lend), "a/b");
        Assert.Equal("/shelves/S/loans/a%2Fb", request.ToWire().Target);
        Assert.Contains("a/b", request.Given);
    }
}
