using System.Collections.Concurrent;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Variants.NovaAct.NovaActVariant;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Room for a hundred definitions that exist at once: what is deleted makes room again.</summary>
internal static class Quotas
{
    private const int Most = 100;

    // Long enough that several requests come meanwhile.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(60);

    public static readonly ImmutableArray<Variant> Rows =
    [
        Allows("AllowsOnly100Definitions", "allows 100 definitions at once", TimeSpan.Zero),
        Allows(
            "CountsDefinitionsUntilTheyAreDeleted",
            "allows 100 definitions at once, and takes a moment to delete one",
            Moment
        ),
    ];

    private static Variant Allows(string name, string says, TimeSpan deletion) =>
        Row(name, says, "D4: ServiceQuotaExceeded", () => new Hundred(deletion).Behaviour)
            .ConfiguredBy($"limits: {{ resources: {Most}, requestTimeoutSeconds: 90 }}");

    private sealed class Hundred(TimeSpan deletion)
    {
        private readonly Lock gate = new();
        private readonly ConcurrentDictionary<string, long> dying = new(StringComparer.Ordinal);

        public NovaActBehaviour Behaviour => Twists.Correct with { Handle = Handle };

        private Response Handle(NovaActCall call)
        {
            lock (gate)
            {
                Bury(call);
                if (call.Operation == CreateDefinition)
                    return Create(call);
                if (!dying.ContainsKey(call.DefinitionName))
                    return call.Operation == NovaActOperation.DeleteWorkflowDefinition && deletion > TimeSpan.Zero
                        ? Delete(call)
                        : Twists.Correct.Handle(call);
                return call.Operation == NovaActOperation.GetWorkflowDefinition
                    ? Twists.Correct.Handle(call).Rewritten(o => o["status"] = DefinitionStatus.Deleting)
                    : Twists.Correct.Reject(Rejected(409, "ConflictException"));
            }
        }

        /// <summary>One definition too many is as if it had never been.</summary>
        private static Response Create(NovaActCall call)
        {
            var response = Twists.Correct.Handle(call);
            if (call.Store.DefinitionCount <= Most)
                return response;
            call.Store.DeleteDefinition(call.Text("name")!);
            return Twists.Correct.Reject(Rejected(402, "ServiceQuotaExceededException"));
        }

        private Response Delete(NovaActCall call)
        {
            if (call.Store.FindDefinition(call.DefinitionName) is null)
                return Twists.Correct.Handle(call);
            dying[call.DefinitionName] = TimeProvider.System.GetTimestamp();
            return Response.Json(202, writer => writer.WriteString("status", DefinitionStatus.Deleting));
        }

        private void Bury(NovaActCall call)
        {
            foreach (var (name, since) in dying)
                if (TimeProvider.System.GetElapsedTime(since) >= deletion && dying.TryRemove(name, out _))
                    call.Store.DeleteDefinition(name);
        }
    }
}
