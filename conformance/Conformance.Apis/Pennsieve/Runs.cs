using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>Requests about workflow runs.</summary>
internal static class Runs
{
    private const string Read = "GetWorkflowRun";
    private const string AnyRejection = "4xx";

    /// <summary>A valid run of the known instance, with nothing that may be left out.</summary>
    public static RequestDraft Fresh(TestSession test) => test.Valid(test.Operation);

    /// <summary>The same with the known value of this member.</summary>
    public static RequestDraft With(TestSession test, string member) =>
        test.Valid(test.Operation, test.MemberOf(member));

    /// <summary>The run's id as the response gives it, or null.</summary>
    public static string? IdOf(TestSession test, Exchange created) => RunResponses.Text(test, created, "idMember");

    /// <summary>How a request that is wrong has to be rejected: no document gives statuses, so the convention does.</summary>
    public static Expectation Rejected(TestSession test)
    {
        var statuses = test.Session.Api.ValueOf("refusalStatus");
        return statuses == AnyRejection
            ? Expectation.AnyClientError
            : new Expectation(
                $"the request to be rejected ({statuses})",
                [.. statuses.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))]
            );
    }

    /// <summary>The run read back; null where the target does not read runs, or its response gave no id.</summary>
    public static async Task<Exchange?> ReadBack(TestSession test, string? id)
    {
        if (id is null || !test.Session.Capabilities.Has(Read))
            return null;
        var operation = test.Session.Api.Operation(Read);
        var segments = ImmutableDictionary<string, string>.Empty.Add(
            operation.Parameters.First(p => p.Place == Place.Path).Name,
            Octets.Encoded(id)
        );
        var read = await test.Send(new RequestDraft(operation, segments, null) { Given = [id] }, "the run read back");
        return read.IsAccepted() ? read : null;
    }

    /// <summary>The request with all that the configuration names for a run: a definition may ask for it.</summary>
    public static RequestDraft WithAllKnown(TestSession test, RequestDraft request) =>
        request
            .Operation.Body.Where(m => m.Role == MemberRole.Known && !request.Operation.ExactlyOneOf.Contains(m.Name))
            .Where(m => request.At(m) is null)
            .Aggregate(
                request,
                (all, member) => test.Session.Fixtures.For(member.Path) is { } known ? all.With(member, known) : all
            );
}
