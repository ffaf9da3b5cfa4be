using System.Globalization;
using System.Text;
using Conformance.Contracts.Native;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider;

/// <summary>Other people's pacts as requirements of a run: what a consumer relies on is mandatory.</summary>
public static class PactRequirements
{
    /// <summary>One for each interaction.</summary>
    /// <param name="api">The API whose target is meant.</param>
    /// <param name="pacts">The interactions.</param>
    /// <param name="verify">Pact's verifier.</param>
    /// <param name="elsewhere">Brings about the states that the kit doesn't know; null where nobody does.</param>
    /// <param name="deadline">How long the verifier may take over each; the usual time where null.</param>
    public static IEnumerable<PlannedRequirement> Of(
        Api api,
        IEnumerable<PactInteraction> pacts,
        Verify verify,
        BringElsewhere? elsewhere,
        VerifierDeadline? deadline = null
    ) =>
        Named(api, pacts)
            .Select(named => new PlannedRequirement(
                RequirementOf(api, named.Pact, named.Id),
                Forwarding.Unknown(api, named.Pact.Method, named.Pact.Path),
                test => Test(named.Pact, verify, deadline ?? VerifierDeadline.Usual, elsewhere, test)
            ));

    /// <summary>
    /// The id of each, made of the names in the pact: the states are among them where interactions of one description
    /// differ by these alone, and a number where two pacts say the same.
    /// </summary>
    public static ImmutableArray<(string Id, PactInteraction Pact)> Named(
        Api api,
        IEnumerable<PactInteraction> pacts
    ) =>
        [
            .. pacts
                .Select(pact => (Id: $"{api.Name}/pact/{Slug(pact.Consumer)}/{Slug(pact.Description)}", Pact: pact))
                .GroupBy(named => named.Id)
                .SelectMany(same => same.Count() == 1 ? same : same.Select(n => (Id: n.Id + InStates(n.Pact), n.Pact)))
                .GroupBy(named => named.Id)
                .SelectMany(same =>
                    same.Select((named, i) => i == 0 ? named : (Numbered(named.Id, i + 1), named.Pact))
                ),
        ];

    private static string Numbered(string id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");

    private static Requirement RequirementOf(Api api, PactInteraction pact, string id) =>
        new(
            id,
            api.Name,
            Forwarding.Called(api, pact.Method, pact.Path).Operation.Id,
            RequirementGroup.Pact,
            Level.Must,
            [new Citation("pact", null, $"the pact of {pact.Consumer} with {pact.Provider}")],
            $"{pact.Consumer} relies on: {pact.Description}.",
            []
        );

    private static async Task<Finding> Test(
        PactInteraction pact,
        Verify verify,
        VerifierDeadline deadline,
        BringElsewhere? elsewhere,
        TestSession test
    )
    {
        if (PactLibrary.Find() is PactLibrary.Missing(var reason))
            return Finding.Skipped(SkipReason.NotApplicable, reason);
        if (!pact.IsHttp)
            return Finding.Skipped(SkipReason.NotApplicable, "it is a message; the kit verifies requests over HTTP");
        try
        {
            var relaying = new Relaying(test, inJson: false) { Elsewhere = elsewhere, Expected = pact.Response };
            var attempt = await Attempt.At(test, relaying, pact, verify, deadline);
            return await Judgement.Of(test, attempt);
        }
        catch (VerifierLostException lost)
        {
            return Finding.Errored(lost.Message);
        }
    }

    private static string InStates(PactInteraction pact) =>
        string.Concat(pact.States.Select(state => $"/{Slug(state.Name)}"));

    /// <summary>Letters, digits and single hyphens: what an id is made of.</summary>
    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var character in text)
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().TrimEnd('-') is { Length: > 0 } named ? named : "unnamed";
    }
}
