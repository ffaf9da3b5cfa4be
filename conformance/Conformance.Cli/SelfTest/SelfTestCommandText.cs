using System.Globalization;
using System.Text;
using Conformance.Reports.Text;
using Conformance.SelfTest;

namespace Conformance.Cli.SelfTest;

/// <summary>The command that repeats a self-test.</summary>
internal static class SelfTestCommandText
{
    public static string Of(SelfTestRequest request)
    {
        var text = new StringBuilder($"./run-conformance.sh selftest --profile {request.Profile.Name}");
        if (request.Seeds.Length > 1)
            text.Append(CultureInfo.InvariantCulture, $" --seeds {request.Seeds.Length}");
        if (request.Seeds[0] != 1)
            text.Append(CultureInfo.InvariantCulture, $" --seed {request.Seeds[0]}");
        if (request.IsUntilKilled)
            text.Append(" --until-killed");
        foreach (var api in request.Apis)
            text.Append($" --api {ShellWord.Of(api)}");
        foreach (var glob in request.Only)
            text.Append($" --only {ShellWord.Quoted(glob)}");
        foreach (var glob in request.Without)
            text.Append($" --without {ShellWord.Quoted(glob)}");
        return text.ToString();
    }
}
