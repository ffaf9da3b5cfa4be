namespace Conformance.Schemas.Tests;

/// <summary>An API as one target speaks it.</summary>
public sealed class ConventionsTests
{
    private static readonly Api Api = Files.LoadWith(Files.Pennsieve, Files.Text(Files.Pennsieve));

    [Fact]
    public void NothingConfiguredChangesNothing()
    {
        var same = Api.With(new Dictionary<string, string>());
        Assert.Equal(Shown(Api), Shown(same));
        Assert.All(same.Conventions, c => Assert.Equal(c.Default, c.Value));
    }

    [Fact]
    public void ADefaultThatIsSpelledOutChangesNothing() =>
        Assert.Equal(Shown(Api), Shown(Api.With(Api.Conventions.ToDictionary(c => c.Name, c => c.Default))));

    [Fact]
    public void AMemberTravelsUnderItsNameAndKeepsItsPath()
    {
        var spoken = With(("labelMember", "runLabel"), ("idMember", "runUuid"), ("responseLabelMember", "runLabel"));
        var create = spoken.Operation("CreateWorkflowRun");
        var label = create.Body.Single(m => m.Path == "name");
        Assert.Equal(("name", "runLabel"), (label.Name, label.WireName));
        Assert.Equal(["runUuid", "workflowInstanceId", "runLabel"], create.Success.Members.Select(m => m.WireName));
        var others = create.RequestMembers().Where(m => m.Path != "name");
        Assert.All(others, m => Assert.Equal(m.Name, m.WireName));
    }

    [Fact]
    public void APathIsReplacedAndItsMembersStay()
    {
        var spoken = With(("path", "/v2/runs"), ("runPath", "/v2/runs/{id}/state"));
        Assert.Equal("/v2/runs", spoken.Operation("CreateWorkflowRun").Path);
        Assert.Equal("/v2/runs/{id}/state", spoken.Operation("GetWorkflowRun").Path);
        Assert.Equal(Api.Operation("GetWorkflowDefinition").Path, spoken.Operation("GetWorkflowDefinition").Path);
    }

    [Theory]
    [InlineData("201", 201, false)]
    [InlineData("2xx", 200, true)]
    public void AStatusIsOneOrAnySuccess(string value, int status, bool isAny)
    {
        var success = With(("successStatus", value)).Operation("CreateWorkflowRun").Success;
        Assert.Equal((status, isAny), (success.Status, success.IsAnySuccess));
    }

    [Fact]
    public void WhatNoMemberTakesPartInCanBeAskedFor()
    {
        var spoken = With(("refusalStatus", "400,422"), ("webhookRunMember", "id"));
        Assert.Equal(("400,422", "id"), (spoken.ValueOf("refusalStatus"), spoken.ValueOf("webhookRunMember")));
        Assert.Equal("4xx", Api.ValueOf("refusalStatus"));
        Assert.Equal([400, 422], spoken.Convention("refusalStatus").Statuses);
        Assert.Empty(Api.Convention("refusalStatus").Statuses);
        Assert.Throws<KeyNotFoundException>(() => Api.ValueOf("refusalStatuses"));
    }

    [Fact]
    public void TheLastValueCounts() =>
        Assert.Equal(
            "/b",
            With(("path", "/a")).With(new Dictionary<string, string> { ["path"] = "/b" }).ValueOf("path")
        );

    [Theory]
    [InlineData("lableMember", "title", "expected a convention among path, successStatus")]
    [InlineData("labelMember", "", "without blanks")]
    [InlineData("labelMember", " title", "without blanks")]
    [InlineData("path", "runs", "begins with /")]
    [InlineData("path", "/runs?all=1", "without query")]
    [InlineData("path", "/runs/{id}", "no braces")]
    [InlineData("path", "/runs all", "printable ASCII without blanks")]
    [InlineData("path", "/runs\r\nHost: b", "printable ASCII without blanks")]
    [InlineData("path", "/läufe", "printable ASCII without blanks")]
    [InlineData("runPath", "/runs/{runId}", "exactly {id}")]
    [InlineData("runPath", "/runs", "exactly {id}")]
    [InlineData("successStatus", "2XX", "2xx or a status from 200 to 299")]
    [InlineData("successStatus", "404", "2xx or a status from 200 to 299")]
    [InlineData("successStatus", "2011", "2xx or a status from 200 to 299")]
    [InlineData("refusalStatus", "2xx", "4xx, or statuses from 400 to 499")]
    [InlineData("refusalStatus", "400,,422", "4xx, or statuses from 400 to 499")]
    public void AValueThatCannotBeIsRefused(string name, string value, string says)
    {
        Assert.Contains(says, Api.ProblemWith(name, value), StringComparison.Ordinal);
        var refused = Assert.Throws<ArgumentException>(() => With((name, value)));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static Api With(params (string Name, string Value)[] conventions) =>
        Api.With(conventions.ToDictionary(c => c.Name, c => c.Value));

    private static IEnumerable<string> Shown(Api api) =>
        api.Operations.SelectMany(o =>
            o.RequestMembers()
                .Concat(o.Success.Members)
                .Select(m => $"{m.Path} {m.WireName}")
                .Prepend($"{o.Id} {o.Path} {o.Success.Status} {o.Success.IsAnySuccess}")
        );
}
