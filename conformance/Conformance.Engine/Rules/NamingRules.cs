using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Where an error lists fields, it lists the one that is wrong.</summary>
internal static class NamingRules
{
    public static readonly Rule NamesTheMember = new(
        "error/{name}/{list}/names-the-member",
        operation =>
            from error in Provocations.Provokable(operation)
            where error.Cause == ErrorCause.InvalidInput
            from list in new[] { FieldList.In(error) }.OfType<Member>()
            select new PlannedRequirement(
                new Requirement(
                    $"{operation.Api}/{operation.Id}/error/{error.Name}/{list.Name}/names-the-member",
                    operation.Api,
                    operation.Id,
                    RequirementGroup.Error,
                    Level.Should,
                    [list.Find<TypeIs>()!.Source],
                    $"Where {error.Name} lists fields, the rejected member is among them.",
                    list.Find<Optional>()?.InterpretationIds ?? list.Find<Required>()?.InterpretationIds ?? []
                ),
                operation,
                test => Test(test, error, list)
            )
    );

    private static async Task<Finding> Test(TestSession test, ErrorResponse error, Member list)
    {
        var judged = 0;
        await test.Arrange(test.Valid(test.Operation), "a request with nothing wrong");
        foreach (var provocation in Provocations.Of(test, error.Cause).Where(p => p.Member is not null))
        {
            test.BeginCase();
            var exchange = await provocation.Send();
            if (
                exchange.EffectiveStatus() != error.Status
                || FieldList.Named(exchange, test.Operation) is not { Count: > 0 } named
            )
                continue;
            judged++;
            if (!named.Any(name => FieldList.MeansSame(name, provocation.Member!)))
                return test.Fails(
                    provocation.Says,
                    $"{list.Name} to name {provocation.Member!.Path}",
                    string.Join(", ", named),
                    judged
                );
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotApplicable, "the target's errors list no fields");
    }
}
