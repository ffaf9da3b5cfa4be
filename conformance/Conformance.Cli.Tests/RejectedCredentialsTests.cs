using System.Text;
using Conformance.Reference;
using Conformance.Reference.Http;

namespace Conformance.Cli.Tests;

/// <summary>Credentials that are missing, or can't be sent, end with 2 before anything is sent, and are never repeated.</summary>
public sealed class RejectedCredentialsTests
{
    private const string Smallest = "nova-act/CreateWorkflowRun/modelId/required/rejected";
    private const string Secret = "s3cr3t-and-long-enough-0123456789";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["header"] = "nova-act: { auth: { header: { prefix: 'Bearer ', value: SOURCE } } }",
        ["accessKeyId"] =
            "nova-act: { auth: { sigv4: { region: r, accessKeyId: SOURCE, secretAccessKey: { env: GOOD } } } }",
        ["secretAccessKey"] =
            "nova-act: { auth: { sigv4: { region: r, accessKeyId: { env: GOOD }, secretAccessKey: SOURCE } } }",
        ["sessionToken"] =
            "nova-act: { auth: { sigv4: { region: r, accessKeyId: { env: GOOD }, secretAccessKey: { env: GOOD }, sessionToken: SOURCE } } }",
        ["webhook"] =
            "pennsieve: { webhook: { signature: { region: r, accessKeyId: { env: GOOD }, secretAccessKey: SOURCE } } }",
        ["webhook key"] =
            "pennsieve: { webhook: { signature: { region: r, accessKeyId: SOURCE, secretAccessKey: { env: GOOD } } } }",
    };

    public static TheoryData<string> Names => [.. Fields.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ALineEndInAVariableOrAFileIsRefusedAndTheSecretIsNotRepeated(string field)
    {
        using var scratch = new Scratch();
        // The same place and kind in every run, another one for each field.
        var random = new Random(field.Length);
        var (at, control) = (random.Next(Secret.Length), "\r\n\0\t\u007F\u0085"[random.Next(6)]);
        var broken = Secret.Insert(at, control.ToString());
        var variable = new Dictionary<string, string> { ["GOOD"] = "GOOD", ["BAD"] = broken };
        var fromVariable = await Refusal(scratch, field, "{ env: BAD }", variable);
        Assert.Contains("the environment variable BAD holds a ", fromVariable, StringComparison.Ordinal);
        Assert.Contains($" at character {at + 1};", fromVariable, StringComparison.Ordinal);

        var file = scratch.Write("secret", broken + "\r\n");
        var fromFile = await Refusal(scratch, field, $"{{ file: '{file}' }}", new() { ["GOOD"] = "GOOD" });
        Assert.Contains($"the secret's file {file} holds a ", fromFile, StringComparison.Ordinal);
        Assert.Contains($" at character {at + 1};", fromFile, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header", "ünder", "holds a character outside ASCII at character 1")]
    [InlineData("header", "token ", "ends with a blank")]
    [InlineData("accessKeyId", "AK/ID", "holds / at character 3")]
    [InlineData("secretAccessKey", "schlüssel", "holds a character outside ASCII at character 5")]
    public async Task SoIsWhatNoHeaderCanCarry(string field, string value, string says)
    {
        using var scratch = new Scratch();
        var variables = new Dictionary<string, string> { ["GOOD"] = "GOOD", ["BAD"] = value };
        Assert.Contains(says, await Refusal(scratch, field, "{ env: BAD }", variables), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'a\0b'", "can't be read")]
    [InlineData(".", "can't be read")]
    [InlineData("/dev/zero", "holds more than 65,536 bytes")]
    public async Task AFileThatHoldsNoSecretIsRefused(string file, string says)
    {
        Assert.SkipUnless(
            !file.StartsWith("/dev", StringComparison.Ordinal) || File.Exists(file),
            $"there is no {file}"
        );
        using var scratch = new Scratch();
        var source = $"{{ file: {(file.Contains('\0') ? "\"a\\0b\"" : file)} }}";
        Assert.Contains(says, await Refusal(scratch, "header", source, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFEFF" + Secret)]
    [InlineData(Secret + "\n")]
    [InlineData(Secret + "\r\n")]
    [InlineData("\uFEFF" + Secret + "\r\n")]
    public async Task AByteOrderMarkAndTheLastLineEndOfAFileAreNoPartOfTheSecret(string text)
    {
        using var scratch = new Scratch();
        await using var server = await ReferenceServer.StartAsync(
            new ReferenceOptions { Credentials = new AwsCredentials("AKID", Secret) },
            TestContext.Current.CancellationToken
        );
        var config = scratch.Write(
            "c.yaml",
            $"apis: {{ {Fields["secretAccessKey"].Replace("SOURCE", $"{{ file: '{scratch.At("key")}' }}").Replace("region: r", $"region: {new ReferenceOptions().Region}")} }}"
        );
        scratch.Write("key", Encoding.UTF8.GetBytes(text));
        var call = await Calls.Run(
            new Dictionary<string, string> { ["GOOD"] = "AKID" },
            ["--config", config, "--target", $"{server.BaseAddress}", "--only", Smallest, "--out", scratch.At("out")]
        );
        Assert.True(call.ExitCode == 0, call.Out + call.Error);
    }

    [Fact]
    public async Task ASecretThatALaterApiLacksIsMissedBeforeTheFirstRequest()
    {
        using var scratch = new Scratch();
        var config = scratch.Write(
            "c.yaml",
            """
            apis:
              pennsieve:
                auth: { header: { value: { env: PENNSIEVE_TOKEN } } }
                webhook: { signature: { region: r, accessKeyId: { env: HOOK_ID }, secretAccessKey: { file: nowhere/hook } } }
            """
        );
        // Nothing is listening there: had anything been sent, the run would end with 3.
        var line = await Calls.Refusal(
            "--config",
            config,
            "--target",
            "http://127.0.0.1:1",
            "--out",
            scratch.At("out")
        );
        Assert.Contains("(1) the environment variable PENNSIEVE_TOKEN is not set; export it", line);
        Assert.Contains("(2) the environment variable HOOK_ID is not set; export it", line);
        Assert.Contains("(3) the secret's file nowhere/hook can't be read", line);
        Assert.False(File.Exists(scratch.At("out/results.json")));
    }

    [Theory]
    [InlineData("PACT_BROKER_TOKEN", Secret + "\n", "PACT_BROKER_TOKEN holds a line end at character 34")]
    [InlineData("PACT_BROKER_TOKEN", "tökén", "PACT_BROKER_TOKEN holds a character outside ASCII at character 2")]
    [InlineData("PACT_BROKER_USERNAME", "me:you", "PACT_BROKER_USERNAME holds : at character 3")]
    [InlineData("PACT_BROKER_USERNAME", "me", "PACT_BROKER_PASSWORD is not set; export it")]
    [InlineData("PACT_BROKER_PASSWORD", Secret, "PACT_BROKER_USERNAME is not set; export it")]
    public async Task ABrokersCredentialsAreLookedAtBeforeItIsAsked(string variable, string value, string says)
    {
        using var scratch = new Scratch();
        var line = await Calls.Refusal(
            new Dictionary<string, string> { [variable] = value },
            ["contracts", "--broker", "http://127.0.0.1:1", "--out", scratch.Path]
        );
        Assert.Contains($"the environment variable {says}", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    private static async Task<string> Refusal(
        Scratch scratch,
        string field,
        string source,
        Dictionary<string, string> variables
    )
    {
        var config = scratch.Write("c.yaml", $"apis: {{ {Fields[field].Replace("SOURCE", source)} }}");
        string[] only = field.StartsWith("webhook", StringComparison.Ordinal)
            ? ["--api", "pennsieve"]
            : ["--only", Smallest];
        var line = await Calls.Refusal(
            variables,
            ["--config", config, "--target", "http://127.0.0.1:1", "--out", scratch.At("out"), .. only]
        );
        foreach (var value in variables.Values.Where(v => v != "GOOD"))
        {
            Assert.DoesNotContain(value, line, StringComparison.Ordinal);
            Assert.DoesNotContain(
                new string([.. value.Where(c => !char.IsControl(c))]),
                line,
                StringComparison.Ordinal
            );
        }
        return line;
    }
}
