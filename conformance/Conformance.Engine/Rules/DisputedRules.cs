using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Values on which careful readers of the documents differ: sent, and recorded without a judgement.</summary>
internal static class DisputedRules
{
    public static readonly Rule ObservesDisputedValues = new(
        "disputed/observed",
        operation =>
            from member in operation.RequestMembers()
            where ValueSource.HasDisputes(member)
            select new PlannedRequirement(
                new Requirement(
                    $"{operation.Api}/{operation.Id}/{member.Path}/disputed/observed",
                    operation.Api,
                    operation.Id,
                    RequirementGroup.Observation,
                    Level.May,
                    [operation.Source],
                    $"The responses to values of {member.Path} on which interpretations differ are recorded.",
                    []
                )
                {
                    Member = member.Path,
                },
                operation,
                test => Observe(test, operation, member)
            )
            {
                Facet = new Facet(member, null, Side.Disputed),
            }
    );

    private static async Task<Finding> Observe(TestSession test, Operation operation, Member member)
    {
        var observations = new List<Observation>();
        var draw = test.Tried.From(test.NextDraw());
        foreach (
            var (sample, interpretation) in test.Session.Profile.Thoroughness.Recorded(
                test.Session.Values.Disputed(member, draw)
            )
        )
        {
            await test.NextCase();
            var request = test.Valid(operation, member).With(member, sample.Value);
            var exchange = await test.Send(request, $"{member.Path}: {sample.Says}");
            test.Tried.NoteSent(Case.Setting(member, sample), exchange);
            observations.Add(
                test.Observe(sample.Class, interpretation, $"{member.Path}: {sample.Says}", exchange.InWords())
            );
        }
        return Finding.Observed(observations);
    }
}
