using System.Globalization;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>What a rule makes of an operation.</summary>
internal static class Ruled
{
    /// <summary>
    /// The plan of the rule, one row for each requirement: its id behind the operation, its level, its citation and its
    /// group; then, for one that tries values, on which side, whether it runs alone and whether it takes no further value.
    /// </summary>
    public static IEnumerable<string> Plan(this Rule rule, Operation operation) =>
        rule.Of(operation).Select(planned => Row(planned, operation));

    /// <summary>Tests the one requirement that the rule makes of the operation, or the one whose id begins like this.</summary>
    public static Task<Finding> Test(
        this Rule rule,
        ScriptedTarget target,
        Operation operation,
        string id = "",
        params (string, string)[] fixtures
    ) => rule.Test(target.Bench(operation, fixtures), id);

    /// <summary>The same at this test.</summary>
    public static Task<Finding> Test(this Rule rule, TestSession test, string id = "") =>
        rule.Of(test.Operation)
            .Single(p => p.Requirement.Id.StartsWith(Prefix(test.Operation) + id, StringComparison.Ordinal))
            .Test(test);

    private static string Row(PlannedRequirement planned, Operation operation)
    {
        var requirement = planned.Requirement;
        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"{requirement.Id[Prefix(operation).Length..]} {requirement.Level} {string.Join(',', requirement.Sources)} {requirement.Group}"
        );
        if (planned.Facet is { } facet)
            row += $" {facet.Side}{(planned.RunsAlone ? " alone" : "")}{(facet.TakesValues ? "" : " no-more")}";
        return row;
    }

    private static string Prefix(Operation operation) => $"{operation.Api}/{operation.Id}/";
}
