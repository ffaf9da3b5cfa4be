using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Reference;

namespace Conformance.XUnit.Tests.Targets;

/// <summary>Takes names of 41 characters, and tells no request identifiers: a must and a should.</summary>
internal class AcceptsTooLongName : Hosted
{
    public const string TooLong = "nova-act/CreateWorkflowDefinition/name/maxLength/rejected";
    public const string RequestId = "nova-act/CreateWorkflowDefinition/robustness/request-id";
    public const string TooShort = "nova-act/CreateWorkflowDefinition/name/minLength/rejected";
    public const string Credentials = "nova-act/CreateWorkflowDefinition/authentication/missing-credentials";

    public override IReadOnlyList<string> Only => [TooLong, RequestId, TooShort, Credentials];

    protected override ReferenceOptions Options
    {
        get
        {
            var wrong = Mutant("AcceptsTooLongName");
            return wrong with { NovaAct = wrong.NovaAct with { Stamp = (response, _) => response } };
        }
    }
}

/// <summary>The same, judged strictly.</summary>
internal sealed class AcceptsTooLongNameStrictly : AcceptsTooLongName
{
    public override bool IsStrict => true;
}

/// <summary>Rejects every request, valid or not: no rejection shows anything.</summary>
internal class RejectsEverything : Hosted
{
    public override IReadOnlyList<string> Only => [AcceptsTooLongName.TooLong];

    protected override ReferenceOptions Options => Mutant("RejectsEverything");
}

/// <summary>The same, where the configuration says that the operation is missing.</summary>
internal sealed class LacksTheOperation : RejectsEverything
{
    public override IReadOnlyList<string> Operations => ["CreateWorkflowDefinition"];

    public override RunConfiguration Configuration =>
        Engine.Configuration.ConfigurationFile.Parse(
            "apis: { nova-act: { unsupported: [CreateWorkflowDefinition] } }",
            "unsupported.yaml",
            Catalog.Load()
        );
}

/// <summary>Responds to the creation of a definition with bytes that turn a terminal's direction round.</summary>
internal sealed class TurnsTheDirectionRound : Hosted
{
    public override IReadOnlyList<string> Only => ["nova-act/CreateWorkflowDefinition/response/status/enum"];

    protected override ReferenceOptions Options => Mutant("GivesStatusThatTurnsTextRound");
}

/// <summary>Never comes up.</summary>
internal sealed class DoesNotStart : Hosted
{
    public override ValueTask StartAsync(CancellationToken cancel) => throw new IOException("the port is taken");
}

/// <summary>Asks for what does not exist.</summary>
internal sealed class NamesNothing : Hosted
{
    public override IReadOnlyList<string> Operations => ["CreateWorkflowDefinitions"];
}
