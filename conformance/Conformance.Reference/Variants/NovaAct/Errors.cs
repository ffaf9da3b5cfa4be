using System.Collections.Immutable;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Errors written in other ways.</summary>
internal static class Errors
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new NamesErrorInType(),
        new NamesErrorInTypeWithNamespace(),
        new NamesErrorInCode(),
        new NamesErrorWithUri(),
        new NamesErrorWithNamespace(),
        new NamesErrorWithNamespaceAndUri(),
        new ListsNoFields(),
        new ListsNoFieldInAList(),
        new ListsFieldsAsPointers(),
        new ListsFieldsAsPaths(),
        new ListsFieldsByTheirOwnName(),
        new ListsFieldsInPascalCase(),
        new WordsMessagesItsWay(),
        new LeavesMessagesEmpty(),
        new GivesArnsOfResources(),
    ];
}

/// <summary>The error's name stands somewhere else, or with something around it.</summary>
internal abstract class NamesError(string where, Func<Answer, string, Answer> name)
    : NovaActVariant($"names the error {where}", "restjson1")
{
    protected const string Header = "X-Amzn-ErrorType";

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Refuse = refusal => name(Twists.Correct.Refuse(refusal), refusal.Error),
        };
}

internal sealed class NamesErrorInType()
    : NamesError("in __type alone", (a, name) => a.WithoutHeader(Header).Rewritten(o => o["__type"] = name));

internal sealed class NamesErrorInTypeWithNamespace()
    : NamesError(
        "in __type with a namespace",
        (a, name) => a.WithoutHeader(Header).Rewritten(o => o["__type"] = $"com.amazonaws.novaact#{name}")
    );

internal sealed class NamesErrorInCode()
    : NamesError("in code alone", (a, name) => a.WithoutHeader(Header).Rewritten(o => o["code"] = name));

internal sealed class NamesErrorWithUri()
    : NamesError(
        "with a URI behind it",
        (a, name) => a.WithHeader(Header, $"{name}:http://internal.amazon.com/coral/com.amazon.coral.validate/")
    );

internal sealed class NamesErrorWithNamespace()
    : NamesError("with a namespace", (a, name) => a.WithHeader(Header, $"aws.protocoltests.restjson#{name}"));

internal sealed class NamesErrorWithNamespaceAndUri()
    : NamesError(
        "with a namespace and a URI",
        (a, name) => a.WithHeader(Header, $"aws.nova#{name}:http://internal.amazon.com/x#y")
    );

/// <summary>A refusal says the same in another way.</summary>
internal abstract class Refuses(string says, Func<Refusal, Refusal> change, string allowedBy = "R23")
    : NovaActVariant(says, allowedBy)
{
    protected sealed override NovaActBehaviour Twist() => Twists.Refusing(change);
}

internal sealed class ListsNoFields() : Refuses("lists no fields", r => r with { FieldList = null });

internal sealed class ListsNoFieldInAList()
    : Refuses("lists no field in a list", r => r with { FieldList = r.FieldList is null ? null : [] });

/// <summary>Fields are listed under other names that mean the same.</summary>
internal abstract class ListsFields(string how, Func<string, string> name)
    : Refuses(
        $"lists fields {how}",
        r =>
            r with
            {
                FieldList = r.FieldList is { } fields ? [.. fields.Select(f => f with { Name = name(f.Name) })] : null,
            }
    );

internal sealed class ListsFieldsAsPointers() : ListsFields("as JSON pointers", path => "/" + path.Replace('.', '/'));

internal sealed class ListsFieldsAsPaths() : ListsFields("as JSON paths", path => "$." + path);

internal sealed class ListsFieldsByTheirOwnName()
    : ListsFields("by their own name alone", path => path[(path.LastIndexOf('.') + 1)..]);

internal sealed class ListsFieldsInPascalCase()
    : ListsFields("in Pascal case", path => char.ToUpperInvariant(path[0]) + path[1..]);

internal sealed class WordsMessagesItsWay()
    : Refuses(
        "says something else in its messages",
        r => r with { Message = "1 validation error detected: Value at 'x' failed" }
    );

internal sealed class LeavesMessagesEmpty() : Refuses("says nothing in its messages", r => r with { Message = "" });

internal sealed class GivesArnsOfResources()
    : Refuses("gives ARNs and types of its own", r => r with { Members = [.. r.Members.Select(AsArn)] })
{
    private static KeyValuePair<string, string> AsArn(KeyValuePair<string, string> member) =>
        member.Key.StartsWith("resource", StringComparison.Ordinal)
            ? new(member.Key, $"arn:aws:nova-act:us-east-1:0:{member.Value}")
            : member;
}
