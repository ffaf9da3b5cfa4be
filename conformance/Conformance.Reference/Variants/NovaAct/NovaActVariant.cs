using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>A row of a list of variants of Nova Act.</summary>
internal static class NovaActVariant
{
    public const NovaActOperation CreateDefinition = NovaActOperation.CreateWorkflowDefinition;

    public const NovaActOperation CreateRun = NovaActOperation.CreateWorkflowRun;

    /// <param name="name">Its name.</param>
    /// <param name="says">What is its own, in words that follow "the target".</param>
    /// <param name="allowedBy">What allows it: an interpretation such as <c>R17</c>, or a source.</param>
    /// <param name="behaviour">Makes the other behaviour, and what that remembers.</param>
    public static Variant Row(string name, string says, string allowedBy, Func<NovaActBehaviour> behaviour) =>
        new(name, "nova-act", says, allowedBy) { Change = right => right with { NovaAct = behaviour() } };

    /// <summary>What is rejected is rejected with another error.</summary>
    public static Variant ChangesRejections(
        string name,
        string says,
        string allowedBy,
        Func<Rejection, Rejection> change
    ) => Row(name, says, allowedBy, () => Twists.Rejecting(change));

    /// <summary>An error with all members that any error has.</summary>
    public static Rejection Rejected(int status, string error) =>
        new(status, error, "rejected")
        {
            Members = [new("reason", "FieldValidationFailed"), new("resourceId", "x"), new("resourceType", "x")],
        };
}
