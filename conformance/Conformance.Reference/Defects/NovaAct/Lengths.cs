using System.Collections.Immutable;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Lengths that are drawn wrong.</summary>
internal static class Lengths
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AcceptsTooLongName(),
        new RefusesLongestName(),
        new AcceptsEmptyName(),
        new RefusesOneLetterName(),
        new AcceptsTooLongNameInPath(),
        new RefusesLongestNameInPath(),
        new RefusesOneLetterNameInPath(),
        new AcceptsTooLongDescription(),
        new RefusesLongestDescription(),
        new AcceptsEmptyDescription(),
        new RefusesOneLetterDescription(),
        new AcceptsTooLongBucket(),
        new RefusesLongestBucket(),
        new AcceptsBucketOfTwo(),
        new RefusesBucketOfThree(),
        new AcceptsTooLongKeyPrefix(),
        new RefusesLongestKeyPrefix(),
        new AcceptsEmptyKeyPrefix(),
        new RefusesOneLetterKeyPrefix(),
        new AcceptsTooLongDefinitionToken(),
        new RefusesLongestDefinitionToken(),
        new AcceptsDefinitionTokenOf32(),
        new RefusesDefinitionTokenOf33(),
        new AcceptsTooLongModelId(),
        new RefusesLongestModelId(),
        new AcceptsEmptyModelId(),
        new RefusesOneLetterModelId(),
        new AcceptsTooLongRunToken(),
        new RefusesLongestRunToken(),
        new AcceptsRunTokenOf32(),
        new RefusesRunTokenOf33(),
        new AcceptsTooLongLogGroup(),
        new RefusesLongestLogGroup(),
        new AcceptsEmptyLogGroup(),
        new RefusesOneLetterLogGroup(),
        new ForgetsToLimitModelId(),
        new ForgetsToLimitDescription(),
        new ForgetsToLimitRunToken(),
        new KeepsModelIdInFifty(),
        new KeepsDescriptionInAThousand(),
        new KeepsRunTokenInSixtyFour(),
        new KeepsLogGroupIn255(),
        new CutsTooLongNames(),
        new CutsTooLongDescriptions(),
        new CutsTooLongModelIds(),
    ];
}

internal sealed class AcceptsTooLongName() : AcceptsOneTooMany(TextMember.Name);

internal sealed class RefusesLongestName() : RefusesTheLongest(TextMember.Name);

internal sealed class AcceptsEmptyName() : AcceptsOneTooFew(TextMember.Name);

internal sealed class RefusesOneLetterName() : RefusesTheShortest(TextMember.Name);

internal sealed class AcceptsTooLongNameInPath() : AcceptsOneTooMany(TextMember.PathName);

internal sealed class RefusesLongestNameInPath() : RefusesTheLongest(TextMember.PathNameAlone);

internal sealed class RefusesOneLetterNameInPath() : RefusesTheShortest(TextMember.PathNameAlone);

internal sealed class AcceptsTooLongDescription() : AcceptsOneTooMany(TextMember.Description);

internal sealed class RefusesLongestDescription() : RefusesTheLongest(TextMember.Description);

internal sealed class AcceptsEmptyDescription() : AcceptsOneTooFew(TextMember.Description);

internal sealed class RefusesOneLetterDescription() : RefusesTheShortest(TextMember.Description);

internal sealed class AcceptsTooLongBucket() : AcceptsOneTooMany(TextMember.Bucket);

internal sealed class RefusesLongestBucket() : RefusesTheLongest(TextMember.Bucket);

internal sealed class AcceptsBucketOfTwo() : AcceptsOneTooFew(TextMember.Bucket);

internal sealed class RefusesBucketOfThree() : RefusesTheShortest(TextMember.Bucket);

internal sealed class AcceptsTooLongKeyPrefix() : AcceptsOneTooMany(TextMember.KeyPrefix);

internal sealed class RefusesLongestKeyPrefix() : RefusesTheLongest(TextMember.KeyPrefix);

internal sealed class AcceptsEmptyKeyPrefix() : AcceptsOneTooFew(TextMember.KeyPrefix);

internal sealed class RefusesOneLetterKeyPrefix() : RefusesTheShortest(TextMember.KeyPrefix);

internal sealed class AcceptsTooLongDefinitionToken() : AcceptsOneTooMany(TextMember.DefinitionToken);

internal sealed class RefusesLongestDefinitionToken() : RefusesTheLongest(TextMember.DefinitionToken);

internal sealed class AcceptsDefinitionTokenOf32() : AcceptsOneTooFew(TextMember.DefinitionToken);

internal sealed class RefusesDefinitionTokenOf33() : RefusesTheShortest(TextMember.DefinitionToken);

internal sealed class AcceptsTooLongModelId() : AcceptsOneTooMany(TextMember.ModelId);

internal sealed class RefusesLongestModelId() : RefusesTheLongest(TextMember.ModelId);

internal sealed class AcceptsEmptyModelId() : AcceptsOneTooFew(TextMember.ModelId);

internal sealed class RefusesOneLetterModelId() : RefusesTheShortest(TextMember.ModelId);

internal sealed class AcceptsTooLongRunToken() : AcceptsOneTooMany(TextMember.RunToken);

internal sealed class RefusesLongestRunToken() : RefusesTheLongest(TextMember.RunToken);

internal sealed class AcceptsRunTokenOf32() : AcceptsOneTooFew(TextMember.RunToken);

internal sealed class RefusesRunTokenOf33() : RefusesTheShortest(TextMember.RunToken);

internal sealed class AcceptsTooLongLogGroup() : AcceptsOneTooMany(TextMember.LogGroup);

internal sealed class RefusesLongestLogGroup() : RefusesTheLongest(TextMember.LogGroup);

internal sealed class AcceptsEmptyLogGroup() : AcceptsOneTooFew(TextMember.LogGroup);

internal sealed class RefusesOneLetterLogGroup() : RefusesTheShortest(TextMember.LogGroup);

internal sealed class ForgetsToLimitModelId() : TakesAnyLength(TextMember.ModelId);

internal sealed class ForgetsToLimitDescription() : TakesAnyLength(TextMember.Description);

internal sealed class ForgetsToLimitRunToken() : TakesAnyLength(TextMember.RunToken);

internal sealed class KeepsModelIdInFifty() : HoldsAtMost(TextMember.ModelId, 50);

internal sealed class KeepsDescriptionInAThousand() : HoldsAtMost(TextMember.Description, 1000);

internal sealed class KeepsRunTokenInSixtyFour() : HoldsAtMost(TextMember.RunToken, 64);

internal sealed class KeepsLogGroupIn255() : HoldsAtMost(TextMember.LogGroup, 255);

internal sealed class CutsTooLongNames()
    : NovaActDefect(
        "cuts the name of a definition after 40 characters",
        "CreateWorkflowDefinition/name/maxLength/rejected"
    )
{
    protected override NovaActBehaviour Twist() => Twists.Cutting(CreateDefinition, "name", 40);
}

internal sealed class CutsTooLongDescriptions()
    : NovaActDefect(
        "cuts a description after 4000 characters",
        "CreateWorkflowDefinition/description/maxLength/rejected"
    )
{
    protected override NovaActBehaviour Twist() => Twists.Cutting(CreateDefinition, "description", 4000);
}

internal sealed class CutsTooLongModelIds()
    : NovaActDefect("cuts a modelId after 100 characters", "CreateWorkflowRun/modelId/maxLength/rejected")
{
    protected override NovaActBehaviour Twist() => Twists.Cutting(CreateRun, "modelId", 100);
}
