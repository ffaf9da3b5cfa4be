using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>A row of a list of mutants of Nova Act whose errors are wrong.</summary>
internal static class ErrorMutant
{
    /// <summary>Errors are changed before they are written.</summary>
    public static Mutant ChangesRejections(
        string name,
        string says,
        Func<Rejection, Rejection> change,
        params ImmutableArray<string> breaks
    ) => Row(name, says, breaks, () => Twists.Rejecting(change));

    /// <summary>Errors are changed after they were written.</summary>
    public static Mutant ChangesErrors(
        string name,
        string says,
        Func<Response, Response> change,
        params ImmutableArray<string> breaks
    ) =>
        Row(
                name,
                says,
                breaks,
                () => Twists.Correct with { Reject = rejection => change(Twists.Correct.Reject(rejection)) }
            )
            .AlsoBreaking("*/error/*");
}
