using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Cli.Tests.FurtherApis;

/// <summary>A folder that can't be used is refused with file, line, column and advice, and nothing of it is skipped.</summary>
public sealed partial class RefusedFoldersTests : IDisposable
{
    private const string Schema = "openapi.json";
    private const string Register = "register.json";
    private const string Name = "/components/schemas/NewThing/properties/name";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(Schema, Name + "/x-citations/maxLength", null, "a citation for \"maxLength\"")]
    [InlineData(Schema, Name + "/x-citations/maxLength", "\"T:4\"", "a line of T that holds text")]
    [InlineData(Schema, Name + "/x-citations/maxLength", "\"T:99\"", "a line of T from 1 to 17")]
    [InlineData(Schema, Name + "/x-citations/maxLength", "\"S:1\"", "a source among")]
    [InlineData(Schema, Name + "/minLength", "11", "maxLength of minLength 11 or more")]
    [InlineData(Schema, Name + "/format", "\"word\"", "one of")]
    [InlineData(Schema, Name + "/pattern", "\"^(?=a)[a-z]+$\"", "a pattern that the kit understands")]
    [InlineData(Schema, Name + "/pattern", "\"[a-z\"", "a regular expression")]
    [InlineData(Schema, Name + "/x-role", "\"uniqeName\"", "one of")]
    [InlineData(Schema, "/x-api/protocol", "\"soap\"", "a protocol among plain-json, rest-json-1")]
    [InlineData(Schema, "/x-api/protocol", null, "a member \"protocol\"")]
    [InlineData(Schema, "/x-api/name", "\"nova-act\"", "the register of nova-act")]
    [InlineData(Schema, "/x-api/name", "\"My things\"", "lowercase letters, digits and dashes")]
    [InlineData(Schema, "/components/parameters/id/in", "\"header\"", "the path's members")]
    [InlineData(Schema, "/paths/~1things~1{id}/delete/x-role", "\"documented\"", "\"supporting\" on a DELETE")]
    [InlineData(Schema, "/paths/~1things/post/requestBody/x-citations", null, "a citation for \"required\"")]
    [InlineData(Register, "/behaviours/0/id", "\"uniqueness/duplicates\"", "a scenario among")]
    [InlineData(
        Register,
        "/behaviours/0/operation",
        "\"GetThing\"",
        "a member of the request whose x-role is uniqueName"
    )]
    [InlineData(Register, "/behaviours/0/citations", "[]", "one citation or more")]
    [InlineData(Register, "/behaviours/0/citations", "[\"rfc9110\"]", "a document's line behind a must")]
    [InlineData(Register, "/behaviours/0/scenarios", "\"x\"", "one of")]
    [InlineData(Register, "/documents/0/lines", "0", "1 line or more")]
    public async Task OneThingWrongIsSaidWithItsPlace(string file, string pointer, string? json, string expected)
    {
        var folder = Folder("things");
        Change(Path.Combine(folder, file), pointer, json);
        var refusal = await Calls.Refusal("--schemas", folder, "--target", "http://127.0.0.1:1");
        Assert.Matches(Place(), refusal);
        Assert.Contains(expected, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnApiOfAnotherOnesNameIsRefused()
    {
        var folder = Folder("things");
        Change(Path.Combine(folder, Schema), "/x-api/name", "\"pennsieve\"");
        Change(Path.Combine(folder, Register), "/api", "\"pennsieve\"");
        var refusal = await Calls.Refusal("--schemas", folder);
        Assert.Contains("a name that no other API has", refusal, StringComparison.Ordinal);
        Assert.Matches(Place(), refusal);
    }

    [Fact]
    public async Task TheSameFolderTwiceIsRefused()
    {
        var refusal = await Calls.Refusal("--schemas", Folder("a"), "--schemas", Folder("b"));
        Assert.Contains("\"things\" again", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIdThatStandsForAnotherInterpretationElsewhereIsRefused()
    {
        var folder = Folder("things");
        const string Own = """[{"id":"R26","text":"Something else.","positions":["One.","Another."],"inForce":null}]""";
        Change(Path.Combine(folder, Register), "/interpretations", Own);
        var refusal = await Calls.Refusal("--schemas", folder, "--target", "http://127.0.0.1:1");
        Assert.Contains("another interpretation in ", refusal, StringComparison.Ordinal);
        Assert.Matches(Place(), refusal);
    }

    [Theory]
    [InlineData("nothing", "nothing of that name")]
    [InlineData("file", "a file")]
    [InlineData("empty", "neither")]
    [InlineData("half", "no such file")]
    [InlineData("among", "no such file")]
    public async Task AFolderWithoutAnApiIsRefused(string which, string came)
    {
        var path = _scratch.At(which);
        if (which == "file")
            _scratch.Write(which, "");
        else if (which != "nothing")
            Directory.CreateDirectory(path);
        if (which is "half")
            File.Copy(Checkout.At("schemas/examples/things", Schema), Path.Combine(path, Schema));
        if (which is "among")
        {
            Directory.Move(Folder("things"), Path.Combine(path, "things"));
            Directory.CreateDirectory(Path.Combine(path, "notes"));
        }
        var refusal = await Calls.Refusal("--schemas", path);
        Assert.Contains(came, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutATargetThereIsNothingToTestItOn()
    {
        var refusal = await Calls.Refusal("--schemas", Folder("things"));
        Assert.Contains("--target", refusal, StringComparison.Ordinal);
    }

    private string Folder(string name)
    {
        var folder = _scratch.At(name);
        Directory.CreateDirectory(folder);
        foreach (var file in new[] { Schema, Register })
            File.Copy(Checkout.At("schemas/examples/things", file), Path.Combine(folder, file));
        return folder;
    }

    private static void Change(string file, string pointer, string? json)
    {
        var root = JsonNode.Parse(File.ReadAllText(file))!;
        var steps = pointer[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal)).ToList();
        var parent = root;
        foreach (var step in steps[..^1])
            parent = parent is JsonArray array ? array[int.Parse(step, null)]! : parent[step]!;
        if (json is null)
            Assert.True(parent.AsObject().Remove(steps[^1]));
        else
            parent[steps[^1]] = JsonNode.Parse(json);
        File.WriteAllText(file, root.ToJsonString(new() { WriteIndented = true }));
    }

    public void Dispose() => _scratch.Dispose();

    [GeneratedRegex(@"(openapi|register)\.json:\d+:\d+: /")]
    private static partial Regex Place();
}
