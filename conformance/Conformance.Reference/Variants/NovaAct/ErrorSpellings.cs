using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Variants.NovaAct.NovaActVariant;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Errors written in other ways.</summary>
internal static class ErrorSpellings
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        NamesErrorInBody("NamesErrorInType", "in __type alone", "__type", name => name),
        NamesErrorInBody(
            "NamesErrorInTypeWithNamespace",
            "in __type with a namespace",
            "__type",
            name => $"com.amazonaws.novaact#{name}"
        ),
        NamesErrorInBody("NamesErrorInCode", "in code alone", "code", name => name),
        NamesErrorInHeader(
            "NamesErrorWithUri",
            "with a URI behind it",
            name => $"{name}:http://internal.amazon.com/coral/com.amazon.coral.validate/"
        ),
        NamesErrorInHeader("NamesErrorWithNamespace", "with a namespace", name => $"aws.protocoltests.restjson#{name}"),
        NamesErrorInHeader(
            "NamesErrorWithNamespaceAndUri",
            "with a namespace and a URI",
            name => $"aws.nova#{name}:http://internal.amazon.com/x#y"
        ),
        SaysTheSame("ListsNoFields", "lists no fields", r => r with { FieldList = null }),
        SaysTheSame(
            "ListsNoFieldInAList",
            "lists no field in a list",
            r => r with { FieldList = r.FieldList is null ? null : [] }
        ),
        ListsFields("ListsFieldsAsPointers", "as JSON pointers", path => "/" + path.Replace('.', '/')),
        ListsFields("ListsFieldsAsPaths", "as JSON paths", path => "$." + path),
        ListsFields(
            "ListsFieldsByTheirOwnName",
            "by their own name alone",
            path => path[(path.LastIndexOf('.') + 1)..]
        ),
        ListsFields("ListsFieldsInPascalCase", "in Pascal case", path => char.ToUpperInvariant(path[0]) + path[1..]),
        SaysTheSame(
            "WordsMessagesItsWay",
            "says something else in its messages",
            r => r with { Message = "1 validation error detected: Value at 'x' failed" }
        ),
        SaysTheSame("LeavesMessagesEmpty", "says nothing in its messages", r => r with { Message = "" }),
        SaysTheSame(
            "GivesArnsOfResources",
            "gives ARNs and types of its own",
            r => r with { Members = [.. r.Members.Select(AsArn)] }
        ),
    ];

    private const string Header = "X-Amzn-ErrorType";

    /// <summary>The error's name stands in the body in place of the header.</summary>
    private static Variant NamesErrorInBody(string name, string where, string member, Func<string, string> spell) =>
        NamesError(
            name,
            where,
            (response, error) => response.WithoutHeader(Header).Rewritten(o => o[member] = spell(error))
        );

    /// <summary>The error's name stands in its header with something around it.</summary>
    private static Variant NamesErrorInHeader(string name, string how, Func<string, string> spell) =>
        NamesError(name, how, (response, error) => response.WithHeader(Header, spell(error)));

    private static Variant NamesError(string name, string how, Func<Response, string, Response> put) =>
        Row(
            name,
            $"names the error {how}",
            "restjson1",
            () => Twists.Correct with { Reject = rejection => put(Twists.Correct.Reject(rejection), rejection.Error) }
        );

    /// <summary>An error says the same in another way.</summary>
    private static Variant SaysTheSame(string name, string says, Func<Rejection, Rejection> change) =>
        ChangesRejections(name, says, "R23", change);

    /// <summary>Fields are listed under other names that mean the same.</summary>
    private static Variant ListsFields(string name, string how, Func<string, string> spell) =>
        SaysTheSame(
            name,
            $"lists fields {how}",
            r =>
                r with
                {
                    FieldList = r.FieldList is { } fields
                        ? [.. fields.Select(f => f with { Name = spell(f.Name) })]
                        : null,
                }
        );

    private static KeyValuePair<string, string> AsArn(KeyValuePair<string, string> member) =>
        member.Key.StartsWith("resource", StringComparison.Ordinal)
            ? new(member.Key, $"arn:aws:nova-act:us-east-1:0:{member.Value}")
            : member;
}
