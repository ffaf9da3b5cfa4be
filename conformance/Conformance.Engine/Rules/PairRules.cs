using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators.Dimensions;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// Optional members are accepted in every combination of two: each with and without each other. Of three in every one where
/// a profile has many rounds.
/// </summary>
internal static class PairRules
{
    private const int RoundsForTriples = 20;

    public static readonly Rule AcceptsPairs = new(
        "request/pairs-of-members/accepted",
        operation =>
            Presence.ChoicesOf(operation).Take(2).Count() < 2
                ? []
                :
                [
                    new PlannedRequirement(
                        new Requirement(
                            $"{operation.Api}/{operation.Id}/request/pairs-of-members/accepted",
                            operation.Api,
                            operation.Id,
                            RequirementGroup.Presence,
                            Level.Must,
                            [operation.Source],
                            $"A valid {operation.Id} is accepted with and without each two of its optional members.",
                            []
                        ),
                        operation,
                        Test
                    ),
                ]
    );

    private static Task<Finding> Test(TestSession test)
    {
        var choices = Presence.ChoicesOf(test.Operation).Where(choice => choice.CanBeMade(test.Session)).ToList();
        var strength = test.Session.Profile.Rounds >= RoundsForTriples ? 3 : 2;
        var rows = CoveringArray.Rows([.. choices.Select(c => c.Options.Length)], strength, test.NextDraw());
        return new AcceptanceCheck(
            () => test.Full(test.Operation),
            [.. rows.Select((row, i) => Of(test, choices, row, i + 1))]
        )
        {
            FallbackOf = @case => WithoutLookedUp(test, @case),
        }.Run(test);
    }

    private static Case Of(TestSession test, List<Presence> choices, ImmutableArray<int> row, int number)
    {
        var options = choices.Select((choice, i) => choice.Options[row[i]]).ToList();
        var says = string.Join(", ", options.Select(o => o.Says).Where(s => s.Length > 0));
        return new Case(
            $"row-{number}",
            says.Length == 0 ? "every member" : says,
            request => options.Aggregate(request, (built, option) => option.Apply(test, built))
        );
    }

    private static RequestDraft? WithoutLookedUp(TestSession test, Case @case)
    {
        var request = @case.Apply(test.Full(test.Operation));
        var sure = ValidRequests.WithoutLookedUp(test.Session.Requests, request);
        return ReferenceEquals(sure, request) || sure.Body?.ToJson() == request.Body?.ToJson() ? null : sure;
    }
}
