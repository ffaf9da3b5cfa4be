using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Where an error lists fields, it lists the one that is wrong.</summary>
public static class NamingRules
{
    public static readonly Rule NamesTheMember = new(
        "error/{name}/fieldList/names-the-member",
        operation =>
            from error in Provocations.Provokable(operation)
            where error.Cause == ErrorCause.InvalidInput
            from list in error.Members.Where(m => m.Name == FieldList.Name)
            select new PlannedRequirement(
                new Requirement(
                    $"{operation.Api}/{operation.Id}/error/{error.Name}/{FieldList.Name}/names-the-member",
                    operation.Api,
                    operation.Id,
                    "error",
                    Level.Should,
                    [list.Find<TypeIs>()!.Source],
                    $"Where {error.Name} lists fields, the refused member is among them.",
                    ["R23"]
                ),
                operation,
                bench => Prove(bench, error)
            )
    );

    private static async Task<Finding> Prove(Workbench bench, ErrorResponse error)
    {
        var judged = 0;
        await bench.Arrange(bench.Valid(bench.Operation), "a request with nothing wrong");
        foreach (var provocation in Provocations.Of(bench, error.Cause).Where(p => p.Member is not null))
        {
            bench.BeginCase();
            var exchange = await provocation.Send();
            if (exchange.EffectiveStatus() != error.Status || FieldList.Named(exchange) is not { Count: > 0 } named)
                continue;
            judged++;
            if (!named.Any(name => FieldList.MeansSame(name, provocation.Member!)))
                return bench.Fails(
                    provocation.Says,
                    $"{FieldList.Name} to name {provocation.Member!.Path}",
                    string.Join(", ", named),
                    judged
                );
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotApplicable, "the target's errors list no fields");
    }
}
