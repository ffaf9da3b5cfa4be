using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>One member of the answer that accepts a run is changed.</summary>
internal abstract class ChangesRunAnswer(string says, string breaks, Action<JsonObject> change)
    : ChangesAccepted(NovaActOperation.CreateWorkflowRun, says, a => a.Rewritten(change), breaks);

/// <summary>One member of the answer that accepts a definition is changed.</summary>
internal abstract class ChangesDefinitionAnswer(string says, string breaks, Action<JsonObject> change)
    : ChangesAccepted(NovaActOperation.CreateWorkflowDefinition, says, a => a.Rewritten(change), breaks);

internal sealed class GivesNoRunId()
    : ChangesRunAnswer("gives no id of a run", "workflowRunId/required", o => o.Remove("workflowRunId"));

internal sealed class GivesNullAsRunId()
    : ChangesRunAnswer("gives null as id of a run", "workflowRunId/required", o => o["workflowRunId"] = null);

internal sealed class GivesRunIdUnderAnotherName()
    : ChangesRunAnswer(
        "gives the id of a run as id",
        "workflowRunId/required",
        o =>
        {
            o["id"] = o["workflowRunId"]!.DeepClone();
            o.Remove("workflowRunId");
        }
    );

internal sealed class GivesNumberAsRunId()
    : ChangesRunAnswer("gives a number as id of a run", "workflowRunId/type", o => o["workflowRunId"] = 17);

internal sealed class GivesArnAsRunId()
    : ChangesRunAnswer(
        "gives an ARN as id of a run",
        "workflowRunId/pattern",
        o => o["workflowRunId"] = $"arn:aws:nova-act:us-east-1:000000000000:workflow-run/{o["workflowRunId"]}"
    );

internal sealed class GivesNoStatusOfRun()
    : ChangesRunAnswer("gives a run no status", "status/required", o => o.Remove("status"));

internal sealed class GivesUnknownStatusOfRun()
    : ChangesRunAnswer("gives a run an unknown status", "status/enum", o => o["status"] = "QUEUED");

internal sealed class GivesStatusOfRunInSmallLetters()
    : ChangesRunAnswer("gives a run its status in small letters", "status/enum", o => o["status"] = "running");

internal sealed class GivesNumberAsStatusOfRun()
    : ChangesRunAnswer("gives a run a status that is a number", "status/type", o => o["status"] = 1);

internal sealed class GivesNoStatusOfDefinition()
    : ChangesDefinitionAnswer("gives a definition no status", "status/required", o => o.Remove("status"));

internal sealed class GivesUnknownStatusOfDefinition()
    : ChangesDefinitionAnswer("gives a definition an unknown status", "status/enum", o => o["status"] = "CREATING");

internal sealed class GivesBooleanAsStatusOfDefinition()
    : ChangesDefinitionAnswer("gives a definition a status that is true", "status/type", o => o["status"] = true);

/// <summary>Ids of runs are written in another form, everywhere.</summary>
internal abstract class WritesRunIds(string how, Func<Guid, string> write)
    : NovaActDefect($"gives ids of runs {how}", "CreateWorkflowRun/response/workflowRunId/pattern")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            WriteRunId = write,
            RunIdInPath = _ => null,
        };
}

internal sealed class GivesRunIdInCapitals() : WritesRunIds("in capitals", id => id.ToString("D").ToUpperInvariant());

internal sealed class GivesRunIdWithoutHyphens() : WritesRunIds("without hyphens", id => id.ToString("N"));

internal sealed class GivesRunIdInBraces() : WritesRunIds("in braces", id => id.ToString("B"));
